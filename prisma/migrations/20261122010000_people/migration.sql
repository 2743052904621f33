-- Who may invite whom (product.md, Roles), a second time behind lib/people/access/rules.ts.
alter policy invite on invitations
  using (region_id = any ((select app_coordinates())::uuid[])
    or (partner_id = any ((select app_partners())::uuid[]) and role = 'partner')
    or (select app_sees_all()) or (select app_signs_in()))
  with check (region_id = any ((select app_coordinates())::uuid[])
    or (partner_id = any ((select app_partners())::uuid[]) and role = 'partner')
    or ((select app_sees_all()) and role = 'coordinator')
    or (select app_programme()) = 'admin' or (select app_signs_in()));

-- Those who accept an invitation note it themselves, before they are members.
alter policy see_activity on activities using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()) or (select app_signs_in()));
alter policy see_programme on programme_activities using (
  (select app_programme()) = 'admin' or (select app_signs_in()));

-- Who is invited and already known becomes a member at once. The inviter cannot look for people, so
-- this answers for one open invitation of a region in which the asking person may invite: the
-- person's id, or null where the address is nobody's, barred, or a member's already.
create function seat_invited(region uuid, invitation uuid, seat uuid, entry uuid) returns uuid
  language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  seated_person uuid;
begin
  perform set_config('app.purpose', 'sign-in', true);
  with invited as (
    select i.role, i.partner_id, u.id as user_id
    from invitations i join users u on u.email = i.email
    where i.region_id = region and i.id = invitation and u.disabled_at is null
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
      and (region = any (app_coordinates()) or i.partner_id = any (app_partners()) or app_sees_all())
  ), seated as (
    insert into members (region_id, id, user_id, role, partner_id)
    select region, seat, user_id, role, partner_id from invited
    on conflict (region_id, user_id) do nothing
    returning user_id
  ), accepted as (
    update invitations set accepted_at = now()
    where region_id = region and id = invitation and exists (select from seated)
  ), noted as (
    insert into activities (region_id, id, actor_id, kind, subject, after)
    select region, entry, s.user_id, 'member.joined', s.user_id::text,
      jsonb_build_object('role', i.role, 'partnerId', i.partner_id)
    from seated s join invited i on i.user_id = s.user_id
  )
  select user_id into seated_person from seated;
  perform set_config('app.purpose', purpose, true);
  return seated_person;
end $$;
grant execute on function seat_invited(uuid, uuid, uuid, uuid) to lep_app;

-- A region without coordinators is noted for the programme, and its staff are named for a mail.
-- Answers only for a region the asking person belonged to or oversees, and only if none is left.
create function tell_last_coordinator_left(region uuid, entry uuid)
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
      and not exists (select from members m where m.region_id = region and m.role = 'coordinator')
  ), noted as (
    insert into programme_activities (id, actor_id, kind, subject, after)
    select entry, app_user(), 'coordinator.last-left', region::text, jsonb_build_object('name', name)
    from deserted
  )
  select u.email, u.locale from users u
  where exists (select from deserted) and u.programme_role is not null and u.disabled_at is null;
  perform set_config('app.purpose', purpose, true);
end $$;
grant execute on function tell_last_coordinator_left(uuid, uuid) to lep_app;
