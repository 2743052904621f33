-- Who is invited by a list is mailed by a job: the invitation knows by which name, in which language
-- and how far its mail is.
alter table invitations
  add column name text not null default '',
  add column locale text not null default 'en',
  add column mail text not null default 'sent' check (mail in ('waiting', 'sent', 'refused'));
create index invitations_mail_sent_at_idx on invitations (mail, sent_at);

-- Lets the job that mails invitations run, in the transaction that keeps them.
create function queue_invitations() returns void language plpgsql as $$
begin
  perform jobs.add_job('send_invitations', '{}'::json,
    job_key => 'send_invitations', job_key_mode => 'replace');
end $$;
grant execute on function queue_invitations() to lep_app;

-- The next invitation whose mail waits, after `last` and held until its transaction ends: what its
-- mail says. Only for the job that mails.
create function read_invitation(last uuid) returns jsonb language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  regions_before text := coalesce(current_setting('app.regions', true), '');
  waits invitations;
  told jsonb;
begin
  if not app_works() then return null; end if;
  perform set_config('app.purpose', 'sign-in', true);
  select * into waits from invitations i
    where i.mail = 'waiting' and i.revoked_at is null and i.expires_at > now()
      and (last is null or i.id > last)
    order by i.id limit 1 for update skip locked;
  if found then
    perform set_config('app.regions', waits.region_id::text, true);
    select jsonb_build_object('regionId', waits.region_id, 'id', waits.id, 'to', waits.email,
        'role', waits.role, 'locale', waits.locale, 'slug', r.slug, 'region', r.name,
        'organisation', (select p.name from partners p
          where p.region_id = waits.region_id and p.id = waits.partner_id),
        'inviter', (select coalesce(nullif(u.name, ''), u.email) from users u
          where u.id = waits.invited_by_id))
      into told from regions r where r.id = waits.region_id;
  end if;
  perform set_config('app.purpose', purpose, true);
  perform set_config('app.regions', regions_before, true);
  return told;
end $$;
grant execute on function read_invitation(uuid) to lep_app;

-- Notes that an invitation's mail went out or that its address takes none.
create function settle_invitation(region uuid, invitation uuid, became text) returns void
  language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
begin
  if not app_works() then return; end if;
  perform set_config('app.purpose', 'sign-in', true);
  update invitations set mail = became where region_id = region and id = invitation;
  perform set_config('app.purpose', purpose, true);
end $$;
grant execute on function settle_invitation(uuid, uuid, text) to lep_app;

-- What somebody was asked in person goes to the heir, where the heir speaks for the same organisation
-- or coordinates, else back to the organisation or to all coordinators. Gives how many tasks.
-- Only for the person themselves, for coordinators and administrators.
create function hand_tasks(region uuid, person uuid, heir uuid) returns int language plpgsql as $$
declare
  coordinates_before text := coalesce(current_setting('app.coordinates', true), '');
  asked int;
  own int;
begin
  if ((person = app_user() and region = any (app_regions())) or region = any (app_coordinates())
    or app_programme() = 'admin') is not true then return 0; end if;
  perform set_config('app.coordinates', region::text, true);
  update task_partners t set version = t.version + 1, user_id = (select m.user_id from members m
      where m.region_id = region and m.user_id = heir and m.partner_id = t.partner_id)
    where t.region_id = region and t.user_id = person and t.state <> 'done';
  get diagnostics asked = row_count;
  update tasks t set version = t.version + 1, assignee_id = (select m.user_id from members m
      where m.region_id = region and m.user_id = heir and m.role = 'coordinator')
    where t.region_id = region and t.assignee_id = person and t.state <> 'done';
  get diagnostics own = row_count;
  perform set_config('app.coordinates', coordinates_before, true);
  return asked + own;
end $$;
grant execute on function hand_tasks(uuid, uuid, uuid) to lep_app;

-- With a membership ends what only a member gets: calendar addresses, what is followed, and mail.
create policy see_to_end on follows for select to lep_app using ((select app_signs_in()));
create policy end_with_place on follows for delete to lep_app using ((select app_signs_in()));
create function end_place() returns trigger language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
begin
  perform set_config('app.purpose', 'sign-in', true);
  update calendar_feeds set revoked_at = now()
    where region_id = old.region_id and user_id = old.user_id and revoked_at is null;
  delete from follows where region_id = old.region_id and user_id = old.user_id;
  perform set_config('app.purpose', 'jobs', true);
  update notices set settled_at = now()
    where region_id = old.region_id and user_id = old.user_id and settled_at is null;
  perform set_config('app.purpose', purpose, true);
  return null;
end $$;
create trigger end_place after delete on members for each row execute function end_place();

-- A coordinator whose access is switched off looks after nothing.
create or replace function tell_last_coordinator_left(region uuid, entry uuid)
  returns table (email text, locale text)
  language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
begin
  perform set_config('app.purpose', 'sign-in', true);
  return query
  with deserted as (
    select r.id, r.name from regions r
    where r.id = region and (region = any (app_regions()) or app_sees_all())
      and not exists (select from members m join users u on u.id = m.user_id
        where m.region_id = region and m.role = 'coordinator' and u.disabled_at is null)
  ), noted as (
    insert into programme_activities (id, actor_id, kind, subject, after)
    select entry, app_user(), 'coordinator.last-left', region::text, jsonb_build_object('name', name)
    from deserted
  )
  select u.email, u.locale from users u
  where exists (select from deserted) and u.programme_role is not null and u.disabled_at is null;
  perform set_config('app.purpose', purpose, true);
end $$;
