-- Who knows, works with or funds whom, since when and until when. What holds both ways is kept once,
-- the smaller id first; an ended relation stays, so that two days can be compared.
create table relations (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  kind text not null check (kind in ('knows', 'works_with', 'funds')),
  from_id uuid not null,
  to_id uuid not null,
  since date not null,
  ended_on date,
  added_by_id uuid references users (id) on delete set null on update cascade,
  created_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint relations_pkey primary key (region_id, id),
  constraint relations_region_id_from_id_fkey foreign key (region_id, from_id)
    references partners (region_id, id) on delete no action on update no action,
  constraint relations_region_id_to_id_fkey foreign key (region_id, to_id)
    references partners (region_id, id) on delete no action on update no action,
  constraint relations_two check (from_id <> to_id and (kind = 'funds' or from_id < to_id)),
  constraint relations_ended check (ended_on >= since),
  -- Of the same kind, one is open between two at a time.
  constraint relations_open exclude using btree
    (region_id with =, from_id with =, to_id with =, kind with =) where (ended_on is null)
);
create index relations_region_id_from_id_idx on relations (region_id, from_id);
create index relations_region_id_to_id_idx on relations (region_id, to_id);
create index relations_added_by_id_idx on relations (added_by_id);

alter table relations enable row level security;
alter table relations force row level security;
do $$ begin
  execute 'create policy owner on relations to current_user using (true) with check (true)';
end $$;

create policy see_relations on relations for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
-- Coordinators keep all of them, a partner those of the own organisation.
create policy add_relations on relations for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[])
  or region_id = any ((select app_contributes())::uuid[])
    and (from_id = any ((select app_partners())::uuid[])
      or to_id = any ((select app_partners())::uuid[])));
create policy change_relations on relations for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_contributes())::uuid[])
      and (from_id = any ((select app_partners())::uuid[])
        or to_id = any ((select app_partners())::uuid[])))
  with check (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_contributes())::uuid[])
      and (from_id = any ((select app_partners())::uuid[])
        or to_id = any ((select app_partners())::uuid[])));
grant select, insert, update (kind, from_id, to_id, since, ended_on, version)
  on relations to lep_app;
