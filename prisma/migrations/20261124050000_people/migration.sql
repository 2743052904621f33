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
