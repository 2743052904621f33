-- What people say to each other about items and milestones, and of what they want to hear.
create table comments (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  step text not null,
  subject text not null,
  author_id uuid references users (id) on delete set null on update cascade,
  author_role text not null check (author_role in ('coordinator', 'partner', 'staff')),
  text text not null,
  asks boolean not null default false,
  answered_at timestamptz(3),
  answered_with uuid,
  created_at timestamptz(3) not null default current_timestamp,
  edited_at timestamptz(3),
  removed_at timestamptz(3),
  version integer not null default 1,
  constraint comments_pkey primary key (region_id, id),
  constraint comments_region_id_answered_with_fkey foreign key (region_id, answered_with)
    references comments (region_id, id) on delete no action on update no action,
  constraint comments_removed check (removed_at is null or text = '')
);
create index comments_region_id_subject_id_idx on comments (region_id, subject, id);
create index comments_author_id_idx on comments (author_id);

create table comment_mentions (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  comment_id uuid not null,
  user_id uuid not null references users (id) on delete cascade on update cascade,
  constraint comment_mentions_pkey primary key (region_id, comment_id, user_id),
  constraint comment_mentions_region_id_comment_id_fkey foreign key (region_id, comment_id)
    references comments (region_id, id) on delete cascade on update no action
);
create index comment_mentions_user_id_comment_id_idx on comment_mentions (user_id, comment_id);

create table follows (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  user_id uuid not null references users (id) on delete cascade on update cascade,
  step text not null default '',
  created_at timestamptz(3) not null default current_timestamp,
  constraint follows_pkey primary key (region_id, user_id, step)
);
create index follows_user_id_idx on follows (user_id);

alter table users add column news_seen_at timestamptz(3);

do $$
declare t text;
begin
  foreach t in array array['comments', 'comment_mentions', 'follows'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- Who sees the region reads; coordinators, partners and staff write, in their own name only.
create policy see_comments on comments for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_comments on comments for insert to lep_app with check (
  author_id = (select app_user())
  and (region_id = any ((select app_contributes())::uuid[]) or (select app_sees_all())));
create policy change_comments on comments for update to lep_app
  using (region_id = any ((select app_contributes())::uuid[]) or (select app_sees_all()))
  with check (region_id = any ((select app_contributes())::uuid[]) or (select app_sees_all()));
grant select, insert on comments to lep_app;
grant update (text, asks, answered_at, answered_with, edited_at, removed_at, version)
  on comments to lep_app;

-- Anybody who writes may settle a question; words are their author's, and coordinators may only
-- take them away.
create function guard_comments() returns trigger language plpgsql as $$
begin
  if app_user() is not null and old.author_id is distinct from app_user()
    and (new.text, new.asks, new.edited_at, new.removed_at)
      is distinct from (old.text, old.asks, old.edited_at, old.removed_at)
    and not (new.removed_at is not null and (new.asks, new.edited_at)
      is not distinct from (old.asks, old.edited_at)
      and coalesce(new.region_id = any (app_coordinates()), false)) then
    raise insufficient_privilege using message = 'permission denied for the words of others';
  end if;
  return new;
end $$;
create trigger guard_comments before update on comments
  for each row execute function guard_comments();

create policy see_mentions on comment_mentions for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_mentions on comment_mentions for insert to lep_app with check (
  (region_id = any ((select app_contributes())::uuid[]) or (select app_sees_all()))
  and exists (select from comments c where c.region_id = comment_mentions.region_id
    and c.id = comment_mentions.comment_id and c.author_id = (select app_user())));
grant select, insert on comment_mentions to lep_app;

-- What somebody follows is nobody else's business.
create policy own_follows on follows to lep_app
  using (user_id = (select app_user())
    and (region_id = any ((select app_regions())::uuid[]) or (select app_sees_all())))
  with check (user_id = (select app_user())
    and (region_id = any ((select app_regions())::uuid[]) or (select app_sees_all())));
grant select, insert, delete on follows to lep_app;

-- Addresses for a mail to those whom the asking person's comment names: only of people who may see
-- the region at this moment.
create function find_mentioned(region uuid, comment uuid)
  returns table (email text, locale text) language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
begin
  perform set_config('app.purpose', 'sign-in', true);
  return query
  select u.email, u.locale from comment_mentions m
  join comments c on c.region_id = m.region_id and c.id = m.comment_id
  join users u on u.id = m.user_id
  where m.region_id = region and m.comment_id = comment and c.author_id = app_user()
    and c.removed_at is null and u.disabled_at is null and u.id <> app_user()
    and (u.programme_role is not null
      or exists (select from members s where s.region_id = region and s.user_id = u.id));
  perform set_config('app.purpose', purpose, true);
end $$;
grant execute on function find_mentioned(uuid, uuid) to lep_app;
