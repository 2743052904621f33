-- What an organisation brings, gains and expects, and how it is kept beside others of its kind.
alter table partners
  add column secondary_sectors text[] not null default '{}'
    check (secondary_sectors <@ array['public', 'education_research', 'business', 'creative_civil']),
  add column kind text not null default '',
  add column size text not null default ''
    check (size in ('', 'solo', 'micro', 'small', 'medium', 'large')),
  add column gains text[] not null default '{}'
    check (gains <@ array['visibility', 'funding', 'networking', 'learning']),
  add column gain_note text not null default '',
  add column brings text not null default '',
  add column expects text not null default '',
  add column merged_into_id uuid,
  add constraint partners_region_id_merged_into_id_fkey foreign key (region_id, merged_into_id)
    references partners (region_id, id) on delete no action on update no action;
create index partners_region_id_merged_into_id_idx on partners (region_id, merged_into_id);

-- Since when an organisation is contacted, engaged, committed or has left.
create table partner_standings (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  partner_id uuid not null,
  status text not null check (status in ('identified', 'contacted', 'engaged', 'committed', 'left')),
  since date not null,
  constraint partner_standings_pkey primary key (region_id, partner_id, status),
  constraint partner_standings_region_id_partner_id_fkey foreign key (region_id, partner_id)
    references partners (region_id, id) on delete no action on update no action
);

-- People of an organisation who have no account: its own and the coordinators' alone to see.
create table partner_contacts (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  partner_id uuid not null,
  name text not null,
  role text not null default '',
  email text not null default '',
  phone text not null default '',
  added_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint partner_contacts_pkey primary key (region_id, id),
  constraint partner_contacts_region_id_partner_id_fkey foreign key (region_id, partner_id)
    references partners (region_id, id) on delete no action on update no action
);
create index partner_contacts_region_id_partner_id_idx on partner_contacts (region_id, partner_id);

-- Who is missing in a sector and who looks for them; or that nobody is.
create table missing_voices (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  sector text not null check (sector in ('public', 'education_research', 'business', 'creative_civil')),
  nobody boolean not null default false,
  who text not null default '',
  why text not null default '',
  seeker_kind text not null default '' check (seeker_kind in ('', 'coordinator', 'partner')),
  seeker_partner_id uuid,
  found_partner_id uuid,
  noted_on date not null,
  closed_on date,
  version integer not null default 1,
  constraint missing_voices_pkey primary key (region_id, id),
  constraint missing_voices_region_id_seeker_partner_id_fkey foreign key (region_id, seeker_partner_id)
    references partners (region_id, id) on delete no action on update no action,
  constraint missing_voices_region_id_found_partner_id_fkey foreign key (region_id, found_partner_id)
    references partners (region_id, id) on delete no action on update no action
);
create index missing_voices_region_id_seeker_partner_id_idx on missing_voices (region_id, seeker_partner_id);
create index missing_voices_region_id_found_partner_id_idx on missing_voices (region_id, found_partner_id);

-- Days of what is known already: the last time each status was taken, as the activity tells it.
insert into partner_standings (region_id, partner_id, status, since)
  select p.region_id, p.id, told.status, max((told.at at time zone r.time_zone)::date)
  from partners p join regions r on r.id = p.region_id
  cross join lateral (
    select p.status, p.created_at at
      where not exists (select from activities a where a.region_id = p.region_id
        and a.subject = p.id::text and a.kind like 'partner.%' and a.after->>'status' = p.status)
    union all
    select a.after->>'status', a.at from activities a
      where a.region_id = p.region_id and a.subject = p.id::text and a.kind like 'partner.%'
        and a.after->>'status' in ('identified', 'contacted', 'engaged', 'committed', 'left')) told
  group by p.region_id, p.id, told.status;

alter table partner_standings enable row level security;
alter table partner_standings force row level security;
alter table partner_contacts enable row level security;
alter table partner_contacts force row level security;
alter table missing_voices enable row level security;
alter table missing_voices force row level security;
do $$ begin
  execute 'create policy owner on partner_standings to current_user using (true) with check (true)';
  execute 'create policy owner on partner_contacts to current_user using (true) with check (true)';
  execute 'create policy owner on missing_voices to current_user using (true) with check (true)';
end $$;

create policy see_standings on partner_standings for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_standings on partner_standings for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]));
create policy change_standings on partner_standings for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[]));
create policy drop_standings on partner_standings for delete to lep_app using (
  region_id = any ((select app_coordinates())::uuid[]));
grant select, insert, update (since), delete on partner_standings to lep_app;

create policy keep_contacts on partner_contacts to lep_app
  using (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_regions())::uuid[])
      and partner_id = any ((select app_partners())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_regions())::uuid[])
      and partner_id = any ((select app_partners())::uuid[]));
grant select, insert, delete, update (partner_id, name, role, email, phone, version)
  on partner_contacts to lep_app;

create policy see_voices on missing_voices for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_voices on missing_voices for insert to lep_app with check (
  region_id = any ((select app_contributes())::uuid[]));
create policy change_voices on missing_voices for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[]));
grant select, insert, update on missing_voices to lep_app;
