-- Private addresses under which a member's calendar reads a region's dates. Only a hash of the
-- secret is kept, so that a copy of the database opens none of them.
create table calendar_feeds (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  user_id uuid not null references users (id) on delete cascade on update cascade,
  token_hash text not null,
  created_at timestamptz(3) not null default now(),
  revoked_at timestamptz(3),
  last_read_at timestamptz(3),
  constraint calendar_feeds_pkey primary key (region_id, id)
);
create unique index calendar_feeds_token_hash_key on calendar_feeds (token_hash);
create index calendar_feeds_user_id_idx on calendar_feeds (user_id);
alter table calendar_feeds enable row level security;
alter table calendar_feeds force row level security;
do $$ begin
  execute 'create policy owner on calendar_feeds to current_user using (true) with check (true)';
end $$;
-- Each sees and ends the own ones only. Reading by a secret happens before there is a viewer.
create policy own on calendar_feeds for select to lep_app using (
  user_id = (select app_user()) or (select app_signs_in()));
create policy add_own on calendar_feeds for insert to lep_app with check (
  user_id = (select app_user()) and region_id = any ((select app_regions())::uuid[]));
create policy end_own on calendar_feeds for update to lep_app
  using (user_id = (select app_user()) or (select app_signs_in()))
  with check ((user_id = (select app_user()) and region_id = any ((select app_regions())::uuid[]))
    or (select app_signs_in()));
grant select, insert, update on calendar_feeds to lep_app;

-- One statement finds whose calendar asks: the same facts as of somebody signed in, with the region.
create function find_calendar(token text) returns jsonb language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  found jsonb;
begin
  perform set_config('app.purpose', 'sign-in', true);
  update calendar_feeds f set last_read_at = now()
  from users u, members m, regions r
  where f.token_hash = token and f.revoked_at is null
    and u.id = f.user_id and u.disabled_at is null
    and m.user_id = u.id and m.region_id = f.region_id
    and r.id = f.region_id and r.archived_at is null
  returning jsonb_build_object(
    'slug', r.slug,
    'viewer', jsonb_build_object('userId', u.id, 'name', u.name, 'email', u.email,
      'locale', u.locale, 'theme', u.theme, 'programmeRole', null, 'sample', u.sample,
      'memberships', jsonb_build_array(jsonb_build_object('regionId', m.region_id, 'slug', r.slug,
        'name', r.name, 'role', m.role, 'partnerId', m.partner_id))))
  into found;
  perform set_config('app.purpose', purpose, true);
  return found;
end $$;
grant execute on function find_calendar(text) to lep_app;
