-- The tables of the regions can be spread over several servers by region_id: every unique index
-- holds it. Secrets and links are unguessable, so two alike in two regions do not happen; codes are
-- short, so the one who opens a session looks for a free one while nobody else does.

drop index "calendar_feeds_token_hash_key";
create unique index "calendar_feeds_region_id_token_hash_key" on calendar_feeds (region_id, token_hash);
create index "calendar_feeds_token_hash_idx" on calendar_feeds (token_hash);

drop index "task_links_token_hash_key";
create unique index "task_links_region_id_token_hash_key" on task_links (region_id, token_hash);
create index "task_links_token_hash_idx" on task_links (token_hash);

alter table rounds drop constraint "rounds_link_key";
create unique index "rounds_region_id_link_key" on rounds (region_id, link);

alter table consensus_sessions drop constraint "consensus_sessions_code_key";
create unique index "consensus_sessions_region_id_code_key" on consensus_sessions (region_id, code);
create index "consensus_sessions_code_idx" on consensus_sessions (code);

alter table consensus_people drop constraint "consensus_people_token_key";
create unique index "consensus_people_region_id_token_key" on consensus_people (region_id, token);

create or replace function open_session(region uuid, round uuid, day date, codes text[], wall text,
    asked text[]) returns text
  language plpgsql security definer set search_path from current as $$
declare
  free text;
begin
  if not coalesce(region = any (app_coordinates()), false) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('open_session', 0));
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

create or replace function enter_room(wanted text, mark bytea, called text, of_partner uuid,
    of_name text, of_sector text) returns text
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
    on conflict (region_id, token) do nothing;
  perform tell_room(s.round_id);
  return 'in';
end $$;
