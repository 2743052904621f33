-- An administrator erases somebody's account at their request, as they could themselves: once every
-- place is left, and never an administrator's. The programme's log keeps that it happened; contacts
-- with the person's address go, too.

-- Who is erased at this moment: oneself, or anybody for an administrator; nobody otherwise.
create function app_erased() returns uuid language sql stable as $$
  select who from (select nullif(current_setting('app.erased', true), '')::uuid who) asked
  where app_erases() and app_card() is null
    and (who = app_user() or app_programme() = 'admin') $$;
create function app_erased_address() returns text language sql stable as
  $$ select email from users where id = app_erased() $$;

alter policy erase_oneself on users using (
  (select app_erases()) and id = (select app_erased()) and programme_role is distinct from 'admin'
  and not exists (select from members m where m.user_id = users.id));
alter policy find_own on invitations using (
  (select app_erases()) and email = (select app_erased_address()));
alter policy erase_own on invitations using (
  (select app_erases()) and email = (select app_erased_address()));
alter policy only_own on invitations using (
  (select app_erases()) and email = (select app_erased_address()));
alter policy find_own on programme_invitations using (
  (select app_erases()) and email = (select app_erased_address()));
alter policy erase_own on programme_invitations using (
  (select app_erases()) and email = (select app_erased_address()));
alter policy only_own on programme_invitations using (
  (select app_erases()) and email = (select app_erased_address()));
alter policy erase_own on sign_in_links
  using ((select app_erases()) and email = (select app_erased_address()));
alter policy find_own on activities using (
  (select app_erases()) and actor_id = (select app_erased()));
alter policy find_own on notices using (
  (select app_erases()) and exists (select from activities a
    where a.region_id = notices.region_id and a.actor_id = (select app_erased())));
alter policy erase_own on notices
  using ((select app_erases()) and exists (select from activities a
    where a.region_id = notices.region_id and a.actor_id = (select app_erased())));

create policy find_own on partner_contacts for select to lep_app using (
  (select app_erases()) and lower(email) = (select app_erased_address()));
create policy erase_own on partner_contacts for delete to lep_app using (
  (select app_erases()) and lower(email) = (select app_erased_address()));
create policy note_erasure on programme_activities for insert to lep_app with check (
  (select app_erases()) and kind = 'user.erased' and subject = (select app_erased())::text);

drop function erase_person();
drop function app_own_address();

-- True once the person is gone; false where they belong to a region still, or administer, and then
-- nothing has changed. The entry in the log is `entry`; one's own names nobody.
create function erase_person(who uuid, entry uuid) returns boolean language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  called text;
  address text;
  gone boolean;
begin
  perform set_config('app.purpose', 'erase', true);
  perform set_config('app.erased', who::text, true);
  select name, email into called, address from users
    where id = app_erased() and programme_role is distinct from 'admin'
      and not exists (select from members m where m.user_id = users.id);
  gone := found;
  if gone then
    update notices set facts = jsonb_set(facts, '{by}', '""')
      where called <> '' and facts ->> 'by' = called;
    delete from invitations where email = address;
    delete from programme_invitations where email = address;
    delete from sign_in_links where email = address;
    delete from partner_contacts where lower(email) = address;
    insert into programme_activities (id, actor_id, kind, subject)
      values (entry, nullif(app_user(), who), 'user.erased', who::text);
    delete from users where id = who;
  end if;
  perform set_config('app.erased', '', true);
  perform set_config('app.purpose', purpose, true);
  return gone;
end $$;
grant execute on function erase_person(uuid, uuid) to lep_app;
