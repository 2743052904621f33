-- When a step is to start and to be reached: the coordinator's to set.
create table step_plans (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  step text not null,
  starts_on date,
  target_on date,
  version integer not null default 1,
  constraint step_plans_pkey primary key (region_id, step)
);
alter table step_plans enable row level security;
alter table step_plans force row level security;
do $$ begin
  execute 'create policy owner on step_plans to current_user using (true) with check (true)';
end $$;
create policy see_journey on step_plans for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_journey on step_plans for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]));
create policy change_journey on step_plans for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[]));
grant select, insert, update on step_plans to lep_app;
