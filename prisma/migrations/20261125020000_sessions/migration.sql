-- Consensus sessions (docs/decisions/0021-consensus-session.md). A room of people judges together:
-- phones come in by a code, without an account. Nobody can read a vote: it is counted once it is
-- shown, and gone once a level is agreed.
create table consensus_sessions (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  round_id uuid not null,
  code text unique,
  language text not null,
  statements text[] not null,
  ballots integer[] not null,
  position integer not null default 0,
  phase text not null default 'waiting'
    check (phase in ('waiting', 'voting', 'shown', 'agreed', 'ended')),
  version integer not null default 1,
  opened_at timestamptz(3) not null default current_timestamp,
  constraint consensus_sessions_pkey primary key (region_id, round_id),
  constraint consensus_sessions_region_id_round_id_fkey foreign key (region_id, round_id)
    references rounds (region_id, id) on delete cascade on update no action
);

create table consensus_people (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  token bytea unique,
  name text not null,
  partner_id uuid,
  organisation text not null default '',
  sector text not null check (sector in ('public', 'education_research', 'business',
    'creative_civil')),
  constraint consensus_people_pkey primary key (region_id, id),
  constraint consensus_people_region_id_round_id_fkey foreign key (region_id, round_id)
    references consensus_sessions (region_id, round_id) on delete cascade on update no action,
  constraint consensus_people_region_id_partner_id_fkey foreign key (region_id, partner_id)
    references partners (region_id, id) on delete no action on update no action
);
create index consensus_people_region_id_round_id_idx on consensus_people (region_id, round_id);
create index consensus_people_region_id_partner_id_idx on consensus_people (region_id, partner_id);

create table consensus_votes (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  round_id uuid not null,
  statement text not null,
  person_id uuid not null,
  level integer check (level between 1 and 5),
  constraint consensus_votes_pkey primary key (region_id, round_id, statement, person_id),
  constraint consensus_votes_region_id_round_id_fkey foreign key (region_id, round_id)
    references consensus_sessions (region_id, round_id) on delete cascade on update no action,
  constraint consensus_votes_region_id_person_id_fkey foreign key (region_id, person_id)
    references consensus_people (region_id, id) on delete cascade on update no action
);
create index consensus_votes_region_id_person_id_idx on consensus_votes (region_id, person_id);

create table consensus_levels (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  round_id uuid not null,
  statement text not null,
  level integer not null check (level between 1 and 5),
  reason text not null,
  evidence text not null default '',
  constraint consensus_levels_pkey primary key (region_id, round_id, statement),
  constraint consensus_levels_region_id_round_id_fkey foreign key (region_id, round_id)
    references consensus_sessions (region_id, round_id) on delete cascade on update no action
);

do $$
declare t text;
begin
  foreach t in array array['consensus_sessions', 'consensus_people', 'consensus_votes',
    'consensus_levels'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
    execute format('create policy card on %I as restrictive to lep_app
      using ((select app_card()) is null) with check ((select app_card()) is null)', t);
  end loop;
  -- Votes have no such policy and no grant: nobody reads them.
  foreach t in array array['consensus_sessions', 'consensus_people', 'consensus_levels'] loop
    execute format($p$create policy facilitate on %I for select to lep_app using (
      region_id = any ((select app_coordinates())::uuid[]))$p$, t);
  end loop;
end $$;
grant select on consensus_sessions, consensus_levels to lep_app;
grant select (region_id, id, round_id, name, partner_id, organisation, sector)
  on consensus_people to lep_app;

-- A round's id stands where a region's would: whoever has the room open hears that it changed.
create function tell_room(round uuid) returns void language sql set search_path from current as
  $$ select pg_notify('lep_region', concat_ws(' ', round, round)) $$;

-- What the whole room may see: how many have voted, and what, only once it is shown and by at
-- least three, else the bars would be names.
create function show_room(region uuid, round uuid) returns jsonb
  language sql stable set search_path from current as $$
  select jsonb_build_object('version', s.version, 'position', s.position, 'phase', s.phase,
    'statement', s.statements[s.position + 1], 'ballot', s.ballots[s.position + 1],
    'present', (select count(*) from consensus_people p
      where p.region_id = region and p.round_id = round),
    'voted', v.voted, 'level', l.level,
    'bars', case when s.phase = 'shown' and v.voted >= 3 then v.bars end)
  from consensus_sessions s
  left join consensus_levels l on l.region_id = region and l.round_id = round
    and l.statement = s.statements[s.position + 1]
  cross join lateral (
    select count(*) voted, jsonb_build_array(
      count(*) filter (where o.level = 1), count(*) filter (where o.level = 2),
      count(*) filter (where o.level = 3), count(*) filter (where o.level = 4),
      count(*) filter (where o.level = 5), count(*) filter (where o.level is null)) bars
    from consensus_votes o where o.region_id = region and o.round_id = round
      and o.statement = s.statements[s.position + 1]) v
  where s.region_id = region and s.round_id = round $$;

-- Opens a drafted session under the first code that is free.
create function open_session(region uuid, round uuid, day date, codes text[], wall text,
    asked text[]) returns text
  language plpgsql security definer set search_path from current as $$
declare
  free text;
begin
  if not coalesce(region = any (app_coordinates()), false) then return null; end if;
  select c into free from unnest(codes) c
    where not exists (select from consensus_sessions s where s.code = c) limit 1;
  update rounds r set state = 'open', opened_on = day, version = r.version + 1
    where r.region_id = region and r.id = round and r.state = 'draft' and r.kind = 'consensus'
      and free is not null;
  if not found then return null; end if;
  insert into consensus_sessions (region_id, round_id, code, language, statements, ballots)
    values (region, round, free, wall, asked, array_fill(1, array[cardinality(asked)]));
  return free;
end $$;

-- What the room shows its facilitators; for everybody else there is none.
create function see_session(region uuid, round uuid) returns jsonb
  language sql stable security definer set search_path from current as $$
  select show_room(region, round) where region = any (app_coordinates()) $$;

-- Begins, shows the votes, takes them anew, goes on or back; null when somebody was faster.
create function pace_session(region uuid, round uuid, seen integer, move text) returns integer
  language plpgsql security definer set search_path from current as $$
declare
  s consensus_sessions;
  place integer;
begin
  if not coalesce(region = any (app_coordinates()), false) then return null; end if;
  select * into s from consensus_sessions c
    where c.region_id = region and c.round_id = round and c.version = seen and c.phase <> 'ended'
    for update;
  if not found then return null; end if;
  place := case move when 'next' then s.position + 1 when 'back' then s.position - 1
    else s.position end;
  if place < 0 or place >= cardinality(s.statements)
    or (move = 'begin') <> (s.phase = 'waiting')
    or (move = 'show' and s.phase <> 'voting') then return null; end if;
  if move = 'again' then
    delete from consensus_votes v where v.region_id = region and v.round_id = round
      and v.statement = s.statements[place + 1];
    s.ballots[place + 1] := s.ballots[place + 1] + 1;
  end if;
  update consensus_sessions c set position = place, ballots = s.ballots, version = c.version + 1,
    phase = case when move = 'show' then 'shown'
      when move in ('next', 'back') and exists (select from consensus_levels l
        where l.region_id = region and l.round_id = round
          and l.statement = s.statements[place + 1]) then 'agreed'
      else 'voting' end
    where c.region_id = region and c.round_id = round;
  perform tell_room(round);
  return seen + 1;
end $$;

-- Keeps what the room agreed on; the votes that led there are gone with it.
create function agree_level(region uuid, round uuid, seen integer, agreed integer, why text,
    shown_by text) returns integer
  language plpgsql security definer set search_path from current as $$
declare
  s consensus_sessions;
begin
  if not coalesce(region = any (app_coordinates()), false) then return null; end if;
  select * into s from consensus_sessions c
    where c.region_id = region and c.round_id = round and c.version = seen
      and c.phase in ('voting', 'shown', 'agreed') for update;
  if not found then return null; end if;
  insert into consensus_levels (region_id, round_id, statement, level, reason, evidence)
    values (region, round, s.statements[s.position + 1], agreed, why, shown_by)
    on conflict (region_id, round_id, statement) do update
      set level = excluded.level, reason = excluded.reason, evidence = excluded.evidence;
  delete from consensus_votes v where v.region_id = region and v.round_id = round
    and v.statement = s.statements[s.position + 1];
  s.ballots[s.position + 1] := s.ballots[s.position + 1] + 1;
  update consensus_sessions c set phase = 'agreed', ballots = s.ballots, version = c.version + 1
    where c.region_id = region and c.round_id = round;
  perform tell_room(round);
  return seen + 1;
end $$;

-- Shows somebody out who is none of the room; their votes go with them.
create function show_out(region uuid, round uuid, person uuid) returns boolean
  language plpgsql security definer set search_path from current as $$
begin
  delete from consensus_people p where p.region_id = region and p.round_id = round
    and p.id = person and region = any (app_coordinates()) and exists (
      select from consensus_sessions s where s.region_id = region and s.round_id = round
        and s.phase <> 'ended');
  if found then perform tell_room(round); end if;
  return found;
end $$;

-- Ends a session: counts who was there and forgets their names, tokens and votes.
create function close_session(region uuid, round uuid, seen integer, day date) returns jsonb
  language plpgsql security definer set search_path from current as $$
declare
  present jsonb;
begin
  if not coalesce(region = any (app_coordinates()), false) then return null; end if;
  update consensus_sessions s set phase = 'ended', code = null, version = s.version + 1
    where s.region_id = region and s.round_id = round and s.version = seen and s.phase <> 'ended';
  if not found then return null; end if;
  select jsonb_build_object('people', count(*), 'sectors', count(distinct p.sector),
      'organisations', count(distinct coalesce(p.partner_id::text, lower(p.organisation))))
    into present from consensus_people p where p.region_id = region and p.round_id = round;
  delete from consensus_votes v where v.region_id = region and v.round_id = round;
  update consensus_people p set name = '', token = null
    where p.region_id = region and p.round_id = round;
  update rounds r set state = 'closed', closed_on = day, version = r.version + 1,
    asked = (present ->> 'people')::integer, answered = (present ->> 'people')::integer
    where r.region_id = region and r.id = round;
  perform tell_room(round);
  return present;
end $$;

-- A session that nobody ended: from the third day on nobody gets in, and who was there is forgotten.
create function forget_rooms(day timestamptz) returns integer
  language plpgsql security definer set search_path from current as $$
declare
  forgotten integer;
begin
  if not app_works() then return 0; end if;
  with old as (
    update consensus_sessions s set code = null
      where s.code is not null and s.opened_at < day - interval '2 days'
      returning s.region_id, s.round_id
  ), emptied as (
    delete from consensus_votes v using old where v.region_id = old.region_id
      and v.round_id = old.round_id
  ), nameless as (
    update consensus_people p set name = '', token = null from old
      where p.region_id = old.region_id and p.round_id = old.round_id
  )
  select count(*) into forgotten from old;
  return forgotten;
end $$;

-- The door of the phones (lib/db/as-guest.ts): by the code of the wall, and then by a token.
create function find_room(wanted text) returns jsonb
  language sql stable security definer set search_path from current as $$
  select jsonb_build_object('roundId', s.round_id, 'region', g.name,
    'organisations', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name)
      order by p.name), '[]') from partners p where p.region_id = s.region_id
      and p.archived_at is null and p.status in ('engaged', 'committed')))
  from consensus_sessions s join regions g on g.id = s.region_id
  where s.code = wanted and g.archived_at is null $$;

create function enter_room(wanted text, mark bytea, called text, of_partner uuid, of_name text,
    of_sector text) returns text
  language plpgsql security definer set search_path from current as $$
declare
  s consensus_sessions;
  home text;
begin
  select * into s from consensus_sessions c where c.code = wanted for share;
  if not found then return 'gone'; end if;
  if of_partner is not null then
    select p.sector into home from partners p where p.region_id = s.region_id
      and p.id = of_partner and p.archived_at is null and p.status in ('engaged', 'committed');
    if not found then return 'organisation'; end if;
  end if;
  if (select count(*) from consensus_people p
    where p.region_id = s.region_id and p.round_id = s.round_id) >= 500 then return 'full'; end if;
  insert into consensus_people (region_id, round_id, token, name, partner_id, organisation, sector)
    values (s.region_id, s.round_id, mark, called, of_partner,
      case when of_partner is null then of_name else '' end, coalesce(home, of_sector))
    on conflict (token) do nothing;
  perform tell_room(s.round_id);
  return 'in';
end $$;

create function find_seat(wanted text, mark bytea) returns jsonb
  language sql stable security definer set search_path from current as $$
  select jsonb_build_object('personId', p.id, 'name', p.name, 'region', g.name,
    'organisation', coalesce(o.name, p.organisation), 'roundId', s.round_id,
    'edition', r.edition, 'statements', s.statements, 'room', show_room(s.region_id, s.round_id),
    'own', (select coalesce(jsonb_object_agg(v.statement, coalesce(v.level, 0)), '{}')
      from consensus_votes v where v.region_id = p.region_id and v.person_id = p.id))
  from consensus_sessions s
  join consensus_people p on p.region_id = s.region_id and p.round_id = s.round_id
  join rounds r on r.region_id = s.region_id and r.id = s.round_id
  join regions g on g.id = s.region_id
  left join partners o on o.region_id = p.region_id and o.id = p.partner_id
  where s.code = wanted and p.token = mark $$;

create function watch_room(round uuid) returns jsonb
  language sql stable security definer set search_path from current as $$
  select show_room(s.region_id, s.round_id) from consensus_sessions s where s.round_id = round $$;

-- Takes a vote as long as its statement is voted on: whoever moves the room on waits for those
-- before, and those after are told. Zero stands for "I cannot judge this".
create function cast_vote(wanted text, mark bytea, about text, paper integer, given integer)
  returns text
  language plpgsql security definer set search_path from current as $$
declare
  s consensus_sessions;
  person uuid;
begin
  select * into s from consensus_sessions c where c.code = wanted for share;
  if not found then return 'gone'; end if;
  select p.id into person from consensus_people p
    where p.region_id = s.region_id and p.round_id = s.round_id and p.token = mark;
  if not found then return 'gone'; end if;
  if s.phase <> 'voting' or s.statements[s.position + 1] <> about
    or s.ballots[s.position + 1] <> paper then return 'late'; end if;
  insert into consensus_votes (region_id, round_id, statement, person_id, level)
    values (s.region_id, s.round_id, about, person, nullif(given, 0))
    on conflict (region_id, round_id, statement, person_id) do update set level = excluded.level;
  perform tell_room(s.round_id);
  return 'kept';
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = current_schema()::regnamespace
    and p.proname in ('open_session', 'see_session', 'pace_session', 'agree_level', 'show_out',
      'close_session', 'forget_rooms', 'find_room', 'enter_room', 'find_seat', 'watch_room',
      'cast_vote', 'tell_room', 'show_room') loop
    execute format('revoke execute on function %s from public', f);
    if f::text not like 'tell_room%' and f::text not like 'show_room%' then
      execute format('grant execute on function %s to lep_app', f);
    end if;
  end loop;
end $$;
