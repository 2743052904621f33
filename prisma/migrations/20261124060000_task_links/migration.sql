-- Mailed addresses that sign one person in for one task alone, and files of tasks.
create table task_links (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  task_id uuid not null,
  user_id uuid not null,
  serial integer not null default 1,
  token_hash text not null,
  sent_at timestamptz(3) not null default current_timestamp,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint task_links_pkey primary key (region_id, task_id, user_id),
  constraint task_links_region_id_task_id_fkey foreign key (region_id, task_id)
    references tasks (region_id, id) on delete cascade on update no action,
  -- It goes with its person's place in the region.
  constraint task_links_region_id_user_id_fkey foreign key (region_id, user_id)
    references members (region_id, user_id) on delete cascade on update no action
);
create unique index task_links_token_hash_key on task_links (token_hash);
create index task_links_region_id_user_id_idx on task_links (region_id, user_id);

create table task_files (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  task_id uuid not null,
  partner_id uuid,
  file_name text not null,
  file_type text not null,
  file_size integer not null,
  file_sha256 text not null,
  added_by_id uuid,
  added_at timestamptz(3) not null default current_timestamp,
  removed_at timestamptz(3),
  constraint task_files_pkey primary key (region_id, id),
  constraint task_files_region_id_task_id_fkey foreign key (region_id, task_id)
    references tasks (region_id, id) on delete cascade on update no action
);
create index task_files_region_id_task_id_idx on task_files (region_id, task_id);

do $$
declare t text;
begin
  foreach t in array array['task_links', 'task_files'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- The task that a mailed address opens; null for everybody who has signed in.
create function app_card() returns uuid language sql stable as
  $$ select nullif(current_setting('app.card', true), '')::uuid $$;

-- Coordinators see to whom a task is open by mail; they and the person it is for can end it. The job
-- that mails makes them, and what looks one up reads them before there is a viewer.
create policy see_links on task_links for select to lep_app using (
  region_id = any ((select app_coordinates())::uuid[]) or user_id = (select app_user())
  or (select app_works()) or (select app_signs_in()));
create policy add_links on task_links for insert to lep_app with check ((select app_works()));
create policy end_links on task_links for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[])
    or user_id = (select app_user()) and region_id = any ((select app_contributes())::uuid[])
    or (select app_works()))
  with check ((select app_works()) or ended_at is not null
    and (region_id = any ((select app_coordinates())::uuid[])
      or user_id = (select app_user()) and region_id = any ((select app_contributes())::uuid[])));
grant select, insert on task_links to lep_app;
grant update (serial, token_hash, sent_at, expires_at, ended_at) on task_links to lep_app;

create policy see_files on task_files for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_files on task_files for insert to lep_app with check (
  added_by_id = (select app_user())
  and (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_contributes())::uuid[])
      and partner_id = any ((select app_partners())::uuid[])));
create policy set_files_aside on task_files for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[]));
grant select, insert on task_files to lep_app;
grant update (removed_at) on task_files to lep_app;

-- Whoever comes by a mailed address has a place in the region, and yet reaches one task alone: on
-- every table a second lock, which opens to them only what that card needs.
do $$
declare
  t record;
  shut constant text := '(select app_card()) is null';
  own constant text := shut || ' or task_id = (select app_card())';
  made constant text := '(select n.id from tasks n where n.made_from_id = (select app_card()))';
begin
  for t in
    select c.relname as name, k.reads, coalesce(k.writes, k.reads) as writes
    from pg_class c left join (values
      ('regions', shut || ' or id = any ((select app_regions())::uuid[])', shut),
      ('users', shut || ' or id = (select app_user())', shut),
      ('members', shut || $p$ or role = 'coordinator' or user_id = (select app_user())$p$, shut),
      ('partners', shut || $p$ or id = any ((select app_partners())::uuid[])
        or exists (select from task_partners o where o.region_id = partners.region_id
          and o.partner_id = partners.id and o.task_id = (select app_card()))$p$, shut),
      ('own_entries', shut || $p$ or id = (select n.entry from tasks n
        where n.id = (select app_card()))$p$, shut),
      ('tasks', shut || ' or id = (select app_card()) or made_from_id = (select app_card())', null),
      ('task_partners', own || ' or task_id = ' || made, null),
      ('task_links', own || ' and user_id = (select app_user())', null),
      ('task_files', own, null),
      ('evidence', shut || $p$ or entry = (select n.entry from tasks n
        where n.id = (select app_card()))$p$, null),
      ('comments', shut || ' or subject = (select app_card())::text', null),
      ('activities', shut, shut || ' or actor_id = (select app_user())'),
      ('notices', shut || ' or (select app_works())',
        shut || ' or (select app_works()) or subject = (select app_card())::text'),
      ('mailboxes', shut || ' or (select app_works())', null)
    ) k (name, reads, writes) on k.name = c.relname
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
      and c.relname not in ('editions', 'idempotency_keys', 'throttles')
      and c.relname not like 'guide\_%'
  loop
    execute format('create policy card on %I as restrictive to lep_app using (%s) with check (%s)',
      t.name, coalesce(t.reads, shut), coalesce(t.writes, shut));
  end loop;
end $$;

create policy card_stays on members as restrictive for delete to lep_app using (
  (select app_card()) is null);

-- The organisation for which somebody may answer for a task by mail: asked and not done yet, of a
-- partner's person who is still here. The settings must show the region.
create function answers_for(region uuid, task uuid, person uuid) returns uuid
  language sql stable as $$
  select p.id from tasks t
  join regions r on r.id = t.region_id and r.archived_at is null
  join members m on m.region_id = t.region_id and m.user_id = person and m.role = 'partner'
  join users u on u.id = m.user_id and u.disabled_at is null
  join partners p on p.region_id = m.region_id and p.id = m.partner_id and p.archived_at is null
  left join task_partners o on o.region_id = t.region_id and o.task_id = t.id
    and o.partner_id = p.id
  where t.region_id = region and t.id = task and t.archived_at is null
    and t.state in ('open', 'submitted', 'handed_back')
    and case when o.task_id is not null then o.state <> 'done'
      else t.for_kind = 'any-partner' or t.for_kind = 'sector' and t.for_sector = p.sector end $$;
grant execute on function answers_for(uuid, uuid, uuid) to lep_app;

-- Which of these tasks a person may be mailed an address for, and with which serial: the one they
-- have while it lives, the next after it was ended.
create function list_task_links(person uuid, wanted uuid[])
  returns table (region_id uuid, task_id uuid, serial integer) language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  regions_before text := coalesce(current_setting('app.regions', true), '');
begin
  if not app_works() then
    raise insufficient_privilege using message = 'permission denied to make task links';
  end if;
  perform set_config('app.purpose', 'sign-in', true);
  perform set_config('app.regions', coalesce((select string_agg(m.region_id::text, ',')
    from members m where m.user_id = person), ''), true);
  return query
    select t.region_id, t.id,
      coalesce(l.serial + case when l.ended_at is null then 0 else 1 end, 1)
    from tasks t left join task_links l on l.region_id = t.region_id and l.task_id = t.id
      and l.user_id = person
    where t.id = any (wanted) and answers_for(t.region_id, t.id, person) is not null;
  perform set_config('app.purpose', purpose, true);
  perform set_config('app.regions', regions_before, true);
end $$;
grant execute on function list_task_links(uuid, uuid[]) to lep_app;

-- One statement finds for whom and for what a mailed address speaks; nothing while it is ended, too
-- old, or its person is not asked any more.
create function find_card(token text) returns jsonb language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  regions_before text := coalesce(current_setting('app.regions', true), '');
  link task_links;
  found_card jsonb;
begin
  perform set_config('app.purpose', 'sign-in', true);
  select * into link from task_links l
    where l.token_hash = token and l.ended_at is null and l.expires_at > now();
  perform set_config('app.regions', coalesce(link.region_id::text, ''), true);
  select jsonb_build_object('regionId', r.id, 'slug', r.slug, 'taskId', link.task_id,
      'partnerId', m.partner_id, 'expiresAt', link.expires_at,
      'viewer', jsonb_build_object('userId', u.id, 'name', u.name, 'email', u.email,
        'locale', u.locale, 'theme', u.theme, 'programmeRole', null, 'sample', u.sample,
        'memberships', jsonb_build_array(jsonb_build_object('regionId', r.id, 'slug', r.slug,
          'name', r.name, 'role', m.role, 'partnerId', m.partner_id))))
    into found_card
    from users u join members m on m.user_id = u.id
    join regions r on r.id = m.region_id
    where u.id = link.user_id and r.id = link.region_id
      and answers_for(link.region_id, link.task_id, link.user_id) = m.partner_id;
  perform set_config('app.purpose', purpose, true);
  perform set_config('app.regions', regions_before, true);
  return found_card;
end $$;
grant execute on function find_card(text) to lep_app;

-- How much room a region's files take, whoever adds one more: bytes that evidence took over from a
-- task count once.
create function used_bytes(region uuid) returns bigint language plpgsql as $$
declare
  card text := coalesce(current_setting('app.card', true), '');
  used bigint;
begin
  perform set_config('app.card', '', true);
  select coalesce((select sum(e.file_size) from evidence e where e.region_id = region), 0)
    + coalesce((select sum(f.file_size) from task_files f where f.region_id = region
      and not exists (select from evidence e where e.region_id = f.region_id and e.id = f.id)), 0)
    into used;
  perform set_config('app.card', card, true);
  return used;
end $$;
grant execute on function used_bytes(uuid) to lep_app;
