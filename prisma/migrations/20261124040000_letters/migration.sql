-- What somebody is to be told, in one mail a day at most, and how they want to be written to.
create table notices (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  user_id uuid not null references users (id) on delete cascade on update cascade,
  kind text not null,
  subject text not null,
  facts jsonb not null default '{}',
  created_at timestamptz(3) not null default current_timestamp,
  settled_at timestamptz(3),
  mailed boolean not null default false,
  constraint notices_pkey primary key (region_id, id)
);
create index notices_user_id_settled_at_idx on notices (user_id, settled_at);
create index notices_created_at_idx on notices (created_at);

create table mailboxes (
  user_id uuid not null references users (id) on delete cascade on update cascade,
  due_at timestamptz(3),
  mailed_at timestamptz(3),
  unwanted text[] default array[]::text[],
  digest_day smallint not null default 1 check (digest_day between 0 and 7),
  version integer not null default 1,
  constraint mailboxes_pkey primary key (user_id)
);
create index mailboxes_due_at_idx on mailboxes (due_at);

alter table users add column mail_paused_at timestamptz(3);

do $$
declare t text;
begin
  foreach t in array array['notices', 'mailboxes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- Whoever changes something tells those it concerns; they alone, and the job that mails, read it.
create policy see_notices on notices for select to lep_app using (
  user_id = (select app_user()) or (select app_works()));
create policy add_notices on notices for insert to lep_app with check (
  region_id = any ((select app_contributes())::uuid[]) or (select app_sees_all()) or (select app_works()));
create policy settle_notices on notices for update to lep_app
  using ((select app_works())) with check ((select app_works()));
create policy erase_notices on notices for delete to lep_app using ((select app_works()));
grant select, insert, delete on notices to lep_app;
grant update (settled_at, mailed) on notices to lep_app;

create policy own_mailbox on mailboxes to lep_app
  using (user_id = (select app_user()) or (select app_works()))
  with check (user_id = (select app_user()) or (select app_works()));
grant select, insert, update on mailboxes to lep_app;

-- When somebody's next mail may go: now, or on the morning after the day of the last one.
create function next_letter(last timestamptz, wanted timestamptz, zone text)
  returns timestamptz language sql stable as $$
  select case when last is null
      or (last at time zone zone)::date < (wanted at time zone zone)::date then wanted
    else (((last at time zone zone)::date + 1) + time '07:00') at time zone zone end $$;

-- Lets a mail to people become due, and its job with it, in the transaction that tells them
-- something. A job that waits already takes the rest along.
create function queue_letters(people uuid[], wanted timestamptz, zone text)
  returns void language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
begin
  perform set_config('app.purpose', 'jobs', true);
  insert into mailboxes as m (user_id, due_at)
    select p, wanted from unnest(people) p order by p
    on conflict (user_id) do update
    set due_at = coalesce(m.due_at, next_letter(m.mailed_at, excluded.due_at, zone));
  perform jobs.add_job('send_letter', json_build_object('userId', m.user_id),
      run_at => m.due_at, job_key => 'letter:' || m.user_id, job_key_mode => 'replace')
    from mailboxes m where m.user_id = any (people) and m.due_at is not null;
  perform set_config('app.purpose', purpose, true);
end $$;
grant execute on function queue_letters(uuid[], timestamptz, text) to lep_app;

-- What the next mail to somebody tells, if it is due and nobody else is sending it: only of regions
-- that they may see at this moment, and no words that were taken back.
create function read_letter(person uuid, at_time timestamptz) returns jsonb language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  regions_before text := coalesce(current_setting('app.regions', true), '');
  box mailboxes;
  waiting uuid[];
  told jsonb;
  letter jsonb;
begin
  if not app_works() or not pg_try_advisory_xact_lock(hashtextextended('letter:' || person, 0)) then
    return null;
  end if;
  select * into box from mailboxes m where m.user_id = person and m.due_at <= at_time;
  if not found then return null; end if;
  select array_agg(n.id) into waiting
    from notices n where n.user_id = person and n.settled_at is null;
  perform set_config('app.regions', coalesce((select string_agg(distinct n.region_id::text, ',')
    from notices n where n.user_id = person and n.settled_at is null), ''), true);
  select jsonb_agg(jsonb_build_object('id', n.id, 'regionId', n.region_id, 'kind', n.kind,
      'subject', n.subject, 'at', n.created_at, 'slug', r.slug, 'name', r.name,
      'edition', r.edition, 'timeZone', r.time_zone,
      'facts', n.facts || case when c.id is null then '{}' else jsonb_build_object('text', c.text) end)
      order by n.id)
    into told
    from notices n
    join regions r on r.id = n.region_id and r.archived_at is null
    left join comments c on n.kind = 'comment.mention' and c.region_id = n.region_id
      and c.id::text = n.facts ->> 'comment'
    where n.user_id = person and n.id = any (waiting) and c.removed_at is null
      and not n.kind = any (box.unwanted);
  perform set_config('app.purpose', 'sign-in', true);
  select jsonb_build_object('email', u.email, 'locale', u.locale,
      'mayMail', u.disabled_at is null and u.mail_paused_at is null, 'waiting', waiting,
      'notices', coalesce((select jsonb_agg(t) from jsonb_array_elements(told) t
        where u.programme_role is not null or exists (select from members m
          where m.user_id = u.id and m.region_id = (t ->> 'regionId')::uuid)), '[]'))
    into letter from users u where u.id = person;
  perform set_config('app.purpose', purpose, true);
  perform set_config('app.regions', regions_before, true);
  return letter;
end $$;
grant execute on function read_letter(uuid, timestamptz) to lep_app;

-- An address that takes no mail gets none until its person signs in again; whoever coordinates where
-- they are is told. Gives how many people it concerned.
create function pause_mail(address text) returns integer language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  person users;
  told record;
begin
  if not app_works() then
    raise insufficient_privilege using message = 'permission denied to pause mail';
  end if;
  perform set_config('app.purpose', 'sign-in', true);
  update users set mail_paused_at = now()
    where email = lower(address) and mail_paused_at is null returning * into person;
  if not found then
    perform set_config('app.purpose', purpose, true);
    return 0;
  end if;
  for told in
    select c.user_id, c.region_id, r.time_zone from members m
    join members c on c.region_id = m.region_id and c.role = 'coordinator' and c.user_id <> m.user_id
    join regions r on r.id = m.region_id and r.archived_at is null
    where m.user_id = person.id order by c.user_id
  loop
    perform set_config('app.purpose', 'jobs', true);
    insert into notices (region_id, id, user_id, kind, subject, facts)
      values (told.region_id, gen_random_uuid(), told.user_id, 'mail.paused', person.id::text,
        jsonb_build_object('title', coalesce(nullif(person.name, ''), person.email)));
    perform queue_letters(array[told.user_id], now(), told.time_zone);
    perform set_config('app.purpose', 'sign-in', true);
  end loop;
  perform set_config('app.purpose', purpose, true);
  return 1;
end $$;
grant execute on function pause_mail(text) to lep_app;

-- Whoever signs in has an address that takes mail.
create function resume_mail() returns trigger language plpgsql as $$
begin
  if app_signs_in() then
    update users set mail_paused_at = null where id = new.user_id and mail_paused_at is not null;
  end if;
  return new;
end $$;
create trigger resume_mail after insert on sessions for each row execute function resume_mail();

drop function find_mentioned(uuid, uuid);
