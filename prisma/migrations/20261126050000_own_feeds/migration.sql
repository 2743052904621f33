-- Private addresses under which somebody's own due days of all their regions can be read. As of a
-- region's addresses only a hash of the secret is kept.
create table own_feeds (
  id uuid not null,
  user_id uuid not null references users (id) on delete cascade on update cascade,
  token_hash text not null,
  created_at timestamptz(3) not null default now(),
  revoked_at timestamptz(3),
  last_read_at timestamptz(3),
  constraint own_feeds_pkey primary key (id)
);
create unique index own_feeds_token_hash_key on own_feeds (token_hash);
create index own_feeds_user_id_idx on own_feeds (user_id);
alter table own_feeds enable row level security;
alter table own_feeds force row level security;
do $$ begin
  execute 'create policy owner on own_feeds to current_user using (true) with check (true)';
end $$;
create policy card on own_feeds as restrictive to lep_app
  using ((select app_card()) is null) with check ((select app_card()) is null);
-- Each sees and ends the own ones only. Reading by a secret happens before there is a viewer.
create policy own on own_feeds for select to lep_app using (
  user_id = (select app_user()) or (select app_signs_in()));
create policy add_own on own_feeds for insert to lep_app with check (
  user_id = (select app_user()));
create policy end_own on own_feeds for update to lep_app
  using (user_id = (select app_user()) or (select app_signs_in()))
  with check (user_id = (select app_user()) or (select app_signs_in()));
grant select, insert on own_feeds to lep_app;
grant update (revoked_at, last_read_at) on own_feeds to lep_app;

-- One statement finds whose days are asked for: the facts of somebody signed in, with every region
-- they belong to at this moment and without their part in the programme.
create function find_own_calendar(token text) returns jsonb language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  found jsonb;
begin
  perform set_config('app.purpose', 'sign-in', true);
  update own_feeds f set last_read_at = now()
  from users u
  where f.token_hash = token and f.revoked_at is null
    and u.id = f.user_id and u.disabled_at is null
  returning jsonb_build_object('userId', u.id, 'name', u.name, 'email', u.email,
    'locale', u.locale, 'theme', u.theme, 'programmeRole', null, 'sample', u.sample,
    'memberships', coalesce((
      select jsonb_agg(jsonb_build_object('regionId', m.region_id, 'slug', r.slug, 'name', r.name,
        'role', m.role, 'partnerId', m.partner_id) order by r.name)
      from members m join regions r on r.id = m.region_id
      where m.user_id = u.id and r.archived_at is null), '[]'::jsonb))
  into found;
  perform set_config('app.purpose', purpose, true);
  return found;
end $$;
grant execute on function find_own_calendar(text) to lep_app;
