-- What a region adds to the guidebook's lists, and entries that belong together.
create table own_entries (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id text not null,
  step text not null,
  kind text not null check (kind in ('item', 'milestone')),
  title text not null,
  done_when text not null default '',
  position integer not null default 0,
  archived_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  version integer not null default 1,
  constraint own_entries_pkey primary key (region_id, id)
);

alter table activities add column batch uuid, add column undoes uuid;
create index activities_region_id_kind_id_idx on activities (region_id, kind, id);
create index activities_region_id_batch_idx on activities (region_id, batch);
create index activities_region_id_undoes_idx on activities (region_id, undoes);

alter table own_entries enable row level security;
alter table own_entries force row level security;
do $$ begin
  execute 'create policy owner on own_entries to current_user using (true) with check (true)';
end $$;
create policy see_journey on own_entries for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_journey on own_entries for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]));
create policy change_journey on own_entries for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[]));
grant select, insert, update on own_entries to lep_app;
