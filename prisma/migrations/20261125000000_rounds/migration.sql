-- Self-assessment (docs/decisions/0020-answers.md). Who took part and what was answered are kept
-- apart. The app's role cannot read a sheet: it hands one in and closes the round, and closing
-- gives the answers out once, without order, while destroying them and the key of their hashes.
create table rounds (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  kind text not null check (kind in ('full', 'short', 'consensus')),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  edition integer not null references editions (number) on delete restrict on update cascade,
  steps text[] not null,
  languages text[] not null,
  message text not null default '',
  closes_on date,
  opened_on date,
  closed_on date,
  link text unique,
  asked integer not null default 0,
  answered integer not null default 0,
  other_partners boolean not null default false,
  created_by_id uuid references users (id) on delete set null on update cascade,
  created_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint rounds_pkey primary key (region_id, id)
);
create index rounds_region_id_closed_on_idx on rounds (region_id, closed_on);
create index rounds_state_closes_on_idx on rounds (state, closes_on);
create index rounds_edition_idx on rounds (edition);
create index rounds_created_by_id_idx on rounds (created_by_id);

create table round_people (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  round_id uuid not null,
  user_id uuid references users (id) on delete set null on update cascade,
  partner_id uuid not null,
  answered_on date,
  reminded_on date,
  constraint round_people_pkey primary key (region_id, id),
  constraint round_people_region_id_round_id_fkey foreign key (region_id, round_id)
    references rounds (region_id, id) on delete cascade on update no action,
  constraint round_people_region_id_partner_id_fkey foreign key (region_id, partner_id)
    references partners (region_id, id) on delete no action on update no action
);
create unique index round_people_region_id_round_id_user_id_key
  on round_people (region_id, round_id, user_id);
create index round_people_region_id_partner_id_idx on round_people (region_id, partner_id);
create index round_people_user_id_idx on round_people (user_id);

create table round_keys (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  round_id uuid not null,
  secret bytea not null,
  constraint round_keys_pkey primary key (region_id, round_id),
  constraint round_keys_region_id_round_id_fkey foreign key (region_id, round_id)
    references rounds (region_id, id) on delete cascade on update no action
);

create table round_sheets (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  secret bytea not null,
  sector text not null,
  organisation bytea not null,
  answers jsonb not null,
  look_back jsonb not null default '{}',
  comments jsonb not null default '{}',
  constraint round_sheets_pkey primary key (region_id, id),
  constraint round_sheets_region_id_round_id_fkey foreign key (region_id, round_id)
    references rounds (region_id, id) on delete cascade on update no action
);
create index round_sheets_region_id_round_id_idx on round_sheets (region_id, round_id);

create table round_steps (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  round_id uuid not null,
  step text not null,
  closed_on date not null,
  kind text not null check (kind in ('full', 'short', 'consensus')),
  respondents integer not null,
  organisations integer not null,
  sectors integer not null,
  level decimal(2, 1),
  lowest decimal(2, 1),
  core decimal(2, 1),
  look_back decimal(2, 1),
  differs boolean not null default false,
  groups jsonb not null default '{}',
  constraint round_steps_pkey primary key (region_id, round_id, step),
  constraint round_steps_region_id_round_id_fkey foreign key (region_id, round_id)
    references rounds (region_id, id) on delete cascade on update no action
);
create index round_steps_region_id_step_closed_on_idx on round_steps (region_id, step, closed_on);

create table round_results (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  round_id uuid not null,
  statement text not null,
  step text not null,
  result jsonb not null,
  constraint round_results_pkey primary key (region_id, round_id, statement),
  constraint round_results_region_id_round_id_fkey foreign key (region_id, round_id)
    references rounds (region_id, id) on delete cascade on update no action
);

create table round_comments (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  step text not null,
  words text not null,
  constraint round_comments_pkey primary key (region_id, id),
  constraint round_comments_region_id_round_id_fkey foreign key (region_id, round_id)
    references rounds (region_id, id) on delete cascade on update no action
);
create index round_comments_region_id_round_id_step_idx
  on round_comments (region_id, round_id, step);

do $$
declare t text;
begin
  foreach t in array array['rounds', 'round_people', 'round_keys', 'round_sheets', 'round_steps',
    'round_results', 'round_comments'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
    -- Whoever comes by a mailed address reaches one task alone.
    execute format('create policy card on %I as restrictive to lep_app
      using ((select app_card()) is null) with check ((select app_card()) is null)', t);
  end loop;
end $$;

-- Drafts are the coordinators' own. Programme staff know that rounds are held.
create policy read_rounds on rounds for select to lep_app using (
  region_id = any ((select app_coordinates())::uuid[])
  or (state <> 'draft' and region_id = any ((select app_regions())::uuid[]))
  or (state <> 'draft' and (select app_programme()) = 'staff')
  or (select app_works()));
create policy add_round on rounds for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]) and created_by_id = (select app_user()));
create policy change_round on rounds for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]) or (select app_works()))
  with check (region_id = any ((select app_coordinates())::uuid[]) or (select app_works()));
create policy drop_draft on rounds for delete to lep_app using (
  state = 'draft' and region_id = any ((select app_coordinates())::uuid[]));
grant select, insert, delete on rounds to lep_app;
grant update (kind, steps, languages, message, closes_on, link, version) on rounds to lep_app;

-- Who is asked is known to themselves and to coordinators; who has answered to nobody.
create policy read_asked on round_people for select to lep_app using (
  user_id = (select app_user()) or region_id = any ((select app_coordinates())::uuid[]));
create policy ask on round_people for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]));
create policy no_longer_ask on round_people for delete to lep_app using (
  region_id = any ((select app_coordinates())::uuid[]));
grant select (region_id, id, round_id, user_id, partner_id), delete on round_people to lep_app;
grant insert (region_id, id, round_id, user_id, partner_id) on round_people to lep_app;

-- Levels of valid rounds decide what state a step is in, which everybody who sees the region reads.
create policy read_round_steps on round_steps for select to lep_app using (
  region_id = any ((select app_regions())::uuid[])
  or ((select app_sees_all()) and organisations >= 3 and sectors >= 2
    and (kind = 'consensus' or respondents >= 5))
  or (select app_works()));
create policy read_round_results on round_results for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]));
create policy read_round_comments on round_comments for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]));
do $$
declare t text;
begin
  foreach t in array array['round_steps', 'round_results', 'round_comments'] loop
    execute format($p$create policy fix on %I for insert to lep_app with check (
      region_id = any ((select app_coordinates())::uuid[]) or (select app_works()))$p$, t);
    execute format('grant select, insert on %I to lep_app', t);
  end loop;
end $$;

-- Opens a draft and makes the key by which organisations are told apart until it closes.
create function open_round(region uuid, round uuid, day date) returns integer
  language plpgsql security definer set search_path from current as $$
declare
  people integer;
begin
  if not region = any (app_coordinates()) then return null; end if;
  select count(*) into people from round_people p where p.region_id = region and p.round_id = round;
  update rounds r set state = 'open', opened_on = day, asked = people, version = r.version + 1
    where r.region_id = region and r.id = round and r.state = 'draft' and r.kind <> 'consensus';
  if not found then return null; end if;
  insert into round_keys (region_id, round_id, secret) values
    (region, round, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
  return people;
end $$;

-- Seats whoever follows the round's link, if they speak for an organisation of the region.
create function join_round(region uuid, wanted text) returns uuid
  language plpgsql security definer set search_path from current as $$
declare
  found_round uuid;
begin
  if app_card() is not null then return null; end if;
  select r.id into found_round from rounds r
    where r.region_id = region and r.link = wanted and r.state = 'open' for update;
  if found_round is null then return null; end if;
  insert into round_people (region_id, id, round_id, user_id, partner_id)
    select region, gen_random_uuid(), found_round, m.user_id, m.partner_id from members m
    where m.region_id = region and m.user_id = app_user() and m.role = 'partner'
      and m.partner_id is not null
    on conflict (region_id, round_id, user_id) do nothing;
  if found then
    update rounds r set asked = r.asked + 1 where r.region_id = region and r.id = found_round;
  end if;
  return found_round;
end $$;

-- Takes somebody's sheet, or a correction of it by the secret that only their browser knows.
create function keep_sheet(region uuid, round uuid, day date, mark bytea, given jsonb,
    back jsonb, said jsonb) returns text
  language plpgsql security definer set search_path from current as $$
declare
  seat round_people;
  of_sector text;
  speaks_for uuid;
begin
  if app_card() is not null then return 'not-asked'; end if;
  perform from rounds r where r.region_id = region and r.id = round and r.state = 'open' for share;
  if not found then
    perform from rounds r where r.region_id = region and r.id = round and r.state = 'closed';
    return case when found then 'closed' else 'not-asked' end;
  end if;
  select * into seat from round_people p
    where p.region_id = region and p.round_id = round and p.user_id = app_user() for update;
  if not found then return 'not-asked'; end if;
  -- They speak for the organisation they are with now: entries may have been merged meanwhile.
  select p.sector, p.id into of_sector, speaks_for from members m
    join partners p on p.region_id = m.region_id and p.id = m.partner_id
    where m.region_id = region and m.user_id = app_user() and m.role = 'partner';
  if not found then return 'not-asked'; end if;
  if seat.answered_on is not null then
    update round_sheets s set answers = given, look_back = back, comments = said
      where s.region_id = region and s.round_id = round and s.secret = mark;
    return case when found then 'corrected' else 'answered' end;
  end if;
  insert into round_sheets (region_id, round_id, secret, sector, organisation, answers, look_back,
      comments)
    select region, round, mark, of_sector, sha256(k.secret || uuid_send(speaks_for)), given,
      back, said
    from round_keys k where k.region_id = region and k.round_id = round;
  update round_people p set answered_on = day, partner_id = speaks_for
    where p.region_id = region and p.id = seat.id;
  return 'kept';
end $$;

-- What somebody may know of their own seat: that they are asked, and whether they have answered.
create function my_seat(region uuid, round uuid) returns text
  language sql stable security definer set search_path from current as $$
  select case when p.answered_on is null then 'asked' else 'answered' end from round_people p
  where p.region_id = region and p.round_id = round and p.user_id = app_user()
    and app_card() is null $$;

-- How many have answered, by sector; lib/assessment/progress.ts keeps back what is too few.
create function count_answers(region uuid, round uuid)
  returns table (sector text, asked integer, answered integer)
  language sql stable security definer set search_path from current as $$
  select p.sector, count(*)::int, count(s.answered_on)::int
  from round_people s join partners p on p.region_id = s.region_id and p.id = s.partner_id
  where s.region_id = region and s.round_id = round and region = any (app_coordinates())
  group by grouping sets ((p.sector), ())
  order by 1 nulls first $$;

-- Who is to be reminded today: for the job alone, and never twice a day.
create function remind_of_round(region uuid, round uuid, day date) returns setof uuid
  language plpgsql security definer set search_path from current as $$
begin
  if not app_works() then return; end if;
  return query
  update round_people p set reminded_on = day
    where p.region_id = region and p.round_id = round and p.answered_on is null
      and p.user_id is not null and p.reminded_on is distinct from day
      and exists (select from rounds r where r.region_id = region and r.id = round
        and r.state = 'open')
    returning p.user_id;
end $$;

-- Closes a round and gives its sheets out, once, in no order and without their hashes: an
-- organisation is only a number here. Key and sheets are gone afterwards.
create function close_round(region uuid, round uuid, day date) returns setof jsonb
  language plpgsql security definer set search_path from current as $$
declare
  before uuid;
begin
  perform from rounds r where r.region_id = region and r.id = round and r.state = 'open'
    and (region = any (app_coordinates()) or (app_works() and r.closes_on < day)) for update;
  if not found then return; end if;
  select r.id into before from rounds r join rounds this on this.region_id = region and this.id = round
    where r.region_id = region and r.state = 'closed' and r.kind = this.kind
    order by r.closed_on desc, r.id desc limit 1;
  update rounds r set state = 'closed', closed_on = day, link = null, version = r.version + 1,
    answered = (select count(*) from round_people p where p.region_id = region
      and p.round_id = round and p.answered_on is not null),
    other_partners = before is not null and (
      select count(distinct p.partner_id) filter (where exists (select from round_people q
          where q.region_id = region and q.round_id = before and q.partner_id = p.partner_id
            and q.answered_on is not null)) * 2 < count(distinct p.partner_id)
      from round_people p where p.region_id = region and p.round_id = round
        and p.answered_on is not null)
    where r.region_id = region and r.id = round;
  delete from round_keys k where k.region_id = region and k.round_id = round;
  return query
  with gone as (
    delete from round_sheets s where s.region_id = region and s.round_id = round returning s.*
  )
  select jsonb_build_object('sector', g.sector, 'answers', g.answers, 'lookBack', g.look_back,
    'comments', g.comments, 'organisation', dense_rank() over (order by g.organisation))
  from gone g order by random();
end $$;

revoke execute on function open_round(uuid, uuid, date), join_round(uuid, text),
  keep_sheet(uuid, uuid, date, bytea, jsonb, jsonb, jsonb), my_seat(uuid, uuid),
  count_answers(uuid, uuid), remind_of_round(uuid, uuid, date),
  close_round(uuid, uuid, date) from public;
grant execute on function open_round(uuid, uuid, date), join_round(uuid, text),
  keep_sheet(uuid, uuid, date, bytea, jsonb, jsonb, jsonb), my_seat(uuid, uuid),
  count_answers(uuid, uuid), remind_of_round(uuid, uuid, date),
  close_round(uuid, uuid, date) to lep_app;
