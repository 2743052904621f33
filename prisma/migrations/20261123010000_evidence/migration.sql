-- What shows that an item is done or a milestone reached: a note, a link or a file.
create table evidence (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  entry text not null,
  step text not null,
  kind text not null check (kind in ('note', 'link', 'file')),
  words text not null default '',
  url text not null default '',
  file_name text not null default '',
  file_type text not null default '',
  file_size integer not null default 0,
  file_sha256 text not null default '',
  dated_on date not null,
  added_by_id uuid,
  added_at timestamptz(3) not null default current_timestamp,
  replaced_by_id uuid,
  removed_at timestamptz(3),
  version integer not null default 1,
  constraint evidence_pkey primary key (region_id, id),
  constraint evidence_region_id_replaced_by_id_fkey foreign key (region_id, replaced_by_id)
    references evidence (region_id, id) on delete no action on update no action
);
create index evidence_region_id_entry_idx on evidence (region_id, entry);
create index evidence_region_id_replaced_by_id_idx on evidence (region_id, replaced_by_id);

alter table evidence enable row level security;
alter table evidence force row level security;
do $$ begin
  execute 'create policy owner on evidence to current_user using (true) with check (true)';
end $$;

-- What is set aside only those see who may bring it back.
create policy see_evidence on evidence for select to lep_app using (
  (region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()))
  and (removed_at is null or region_id = any ((select app_coordinates())::uuid[])
    or added_by_id = (select app_user())));
create policy add_evidence on evidence for insert to lep_app with check (
  region_id = any ((select app_contributes())::uuid[]) and added_by_id = (select app_user()));
create policy change_evidence on evidence for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_contributes())::uuid[]) and added_by_id = (select app_user()))
  with check (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_contributes())::uuid[]) and added_by_id = (select app_user()));

-- What a piece says never changes: a new one takes its place.
grant select, insert, update (replaced_by_id, removed_at, version) on evidence to lep_app;
