-- Pages on the web that help with a task, beside the one that it names itself.
create table task_pages (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  task_id uuid not null,
  url text not null,
  words text not null default '',
  added_by_id uuid,
  added_at timestamptz(3) not null default current_timestamp,
  removed_at timestamptz(3),
  constraint task_pages_pkey primary key (region_id, id),
  constraint task_pages_region_id_task_id_fkey foreign key (region_id, task_id)
    references tasks (region_id, id) on delete cascade on update no action
);
create index task_pages_region_id_task_id_idx on task_pages (region_id, task_id);
alter table task_pages enable row level security;
alter table task_pages force row level security;
do $$ begin
  execute 'create policy owner on task_pages to current_user using (true) with check (true)';
end $$;

create policy see_pages on task_pages for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_pages on task_pages for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]) and added_by_id = (select app_user()));
create policy set_pages_aside on task_pages for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[]));
-- Who comes by a mailed address sees those of that task alone.
create policy card on task_pages as restrictive to lep_app
  using ((select app_card()) is null or task_id = (select app_card()))
  with check ((select app_card()) is null);
grant select, insert on task_pages to lep_app;
grant update (removed_at) on task_pages to lep_app;
