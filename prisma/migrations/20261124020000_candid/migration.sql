-- What coordinators think of organisations and hear from them (docs/decisions/0013-candid.md). Tables
-- of their own: nobody else reads a row, neither staff nor administrators.
create table partner_ratings (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  partner_id uuid not null,
  rater uuid not null,
  rated_by_id uuid references users (id) on delete set null on update cascade,
  together boolean not null default false,
  rater_name text not null default '',
  influence integer check (influence between 1 and 5),
  interest integer check (interest between 1 and 5),
  reason text not null default '',
  rated_at timestamptz(3) not null default current_timestamp,
  constraint partner_ratings_pkey primary key (region_id, id),
  constraint partner_ratings_region_id_partner_id_fkey foreign key (region_id, partner_id)
    references partners (region_id, id) on delete cascade on update no action,
  constraint partner_ratings_both check ((influence is null) = (interest is null))
);
create index partner_ratings_region_id_partner_id_rater_rated_at_idx
  on partner_ratings (region_id, partner_id, rater, rated_at);
create index partner_ratings_rated_by_id_idx on partner_ratings (rated_by_id);
create index partner_ratings_rated_at_idx on partner_ratings (rated_at);

create table partner_priorities (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  partner_id uuid not null,
  version integer not null,
  first_circle boolean not null default false,
  reason text not null default '',
  action text not null default '',
  action_by text not null default '',
  action_on date,
  decided_by_id uuid references users (id) on delete set null on update cascade,
  decided_at timestamptz(3) not null default current_timestamp,
  constraint partner_priorities_pkey primary key (region_id, id),
  constraint partner_priorities_region_id_partner_id_fkey foreign key (region_id, partner_id)
    references partners (region_id, id) on delete cascade on update no action
);
create unique index partner_priorities_region_id_partner_id_version_key
  on partner_priorities (region_id, partner_id, version);
create index partner_priorities_decided_by_id_idx on partner_priorities (decided_by_id);
create index partner_priorities_decided_at_idx on partner_priorities (decided_at);

create table partner_talks (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  partner_id uuid not null,
  kind text not null check (kind in ('talk', 'note')),
  held_on date not null,
  people text not null default '',
  words text not null default '',
  author_id uuid references users (id) on delete set null on update cascade,
  created_at timestamptz(3) not null default current_timestamp,
  constraint partner_talks_pkey primary key (region_id, id),
  constraint partner_talks_region_id_partner_id_fkey foreign key (region_id, partner_id)
    references partners (region_id, id) on delete cascade on update no action
);
create index partner_talks_region_id_partner_id_held_on_idx
  on partner_talks (region_id, partner_id, held_on);
create index partner_talks_author_id_idx on partner_talks (author_id);
create index partner_talks_created_at_idx on partner_talks (created_at);

create table next_contacts (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  partner_id uuid not null,
  due_on date,
  who text not null default '',
  changed_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint next_contacts_pkey primary key (region_id, partner_id),
  constraint next_contacts_region_id_partner_id_fkey foreign key (region_id, partner_id)
    references partners (region_id, id) on delete cascade on update no action
);

do $$
declare t text;
begin
  foreach t in array array['partner_ratings', 'partner_priorities', 'partner_talks', 'next_contacts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
    execute format($p$create policy read_candid on %I for select to lep_app using (
      region_id = any ((select app_coordinates())::uuid[]))$p$, t);
  end loop;
end $$;

-- Ratings, choices and notes are signed with one's own name.
create policy rate on partner_ratings for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]) and rated_by_id = (select app_user()));
create policy choose on partner_priorities for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]) and decided_by_id = (select app_user()));
create policy add_talk on partner_talks for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]) and author_id = (select app_user()));
create policy remove_talk on partner_talks for delete to lep_app using (
  region_id = any ((select app_coordinates())::uuid[]));
create policy add_contact on next_contacts for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]));
create policy change_contact on next_contacts for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[]));

-- When two entries turn out to be one organisation, what is known goes along.
do $$
declare t text;
begin
  foreach t in array array['partner_ratings', 'partner_priorities', 'partner_talks'] loop
    execute format($p$create policy move_along on %I for update to lep_app
      using (region_id = any ((select app_coordinates())::uuid[]))
      with check (region_id = any ((select app_coordinates())::uuid[]))$p$, t);
  end loop;
end $$;

-- After 24 months names and personal words go. The job that does so sees nothing younger.
create policy see_old on partner_ratings for select to lep_app using (
  (select app_works()) and rated_at < now() - interval '24 months');
create policy forget_old on partner_ratings for update to lep_app
  using ((select app_works()) and rated_at < now() - interval '24 months')
  with check ((select app_works()) and rater_name = '');
create policy see_old on partner_priorities for select to lep_app using (
  (select app_works()) and decided_at < now() - interval '24 months');
create policy forget_old on partner_priorities for update to lep_app
  using ((select app_works()) and decided_at < now() - interval '24 months')
  with check ((select app_works()) and action_by = '');
create policy see_old on partner_talks for select to lep_app using (
  (select app_works()) and created_at < now() - interval '24 months');
create policy drop_old on partner_talks for delete to lep_app using (
  (select app_works()) and created_at < now() - interval '24 months' and kind = 'note');
create policy forget_old on partner_talks for update to lep_app
  using ((select app_works()) and created_at < now() - interval '24 months')
  with check ((select app_works()) and people = '' and words = '');

-- What was rated or chosen is never changed, only followed by something newer.
grant select, insert, update (partner_id, rater_name) on partner_ratings to lep_app;
grant select, insert, update (partner_id, action_by) on partner_priorities to lep_app;
grant select, insert, delete, update (partner_id, people, words) on partner_talks to lep_app;
grant select, insert, update (due_on, who, changed_at, version) on next_contacts to lep_app;
