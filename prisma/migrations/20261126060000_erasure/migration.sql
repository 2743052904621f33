-- Somebody who belongs to no region any more erases their account: the row of the person goes, and
-- with it what hangs on it; what they did stays with the regions, without a name. The purpose below
-- is set by erase_person() alone, and every policy for it reaches only what names that person.
create function app_erases() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.purpose', true), '') = 'erase' $$;

create policy erase_oneself on users for delete to lep_app using (
  (select app_erases()) and id = (select app_user()) and programme_role is distinct from 'admin'
  and not exists (select from members m where m.user_id = users.id));
grant delete on users to lep_app;

create function app_own_address() returns text language sql stable as
  $$ select email from users where id = app_user() $$;
create policy find_own on invitations for select to lep_app using (
  (select app_erases()) and email = (select app_own_address()));
create policy erase_own on invitations for delete to lep_app using (
  (select app_erases()) and email = (select app_own_address()));
create policy find_own on programme_invitations for select to lep_app using (
  (select app_erases()) and email = (select app_own_address()));
create policy erase_own on programme_invitations for delete to lep_app using (
  (select app_erases()) and email = (select app_own_address()));
create policy erase_own on sign_in_links to lep_app
  using ((select app_erases()) and email = (select app_own_address())) with check (false);
grant delete on invitations, programme_invitations to lep_app;

-- What others are told names who did it; only where that person had a part in the region.
create policy find_own on notices for select to lep_app using (
  (select app_erases()) and exists (select from activities a
    where a.region_id = notices.region_id and a.actor_id = (select app_user())));
create policy erase_own on notices for update to lep_app
  using ((select app_erases()) and exists (select from activities a
    where a.region_id = notices.region_id and a.actor_id = (select app_user())))
  with check ((select app_erases()));
grant update (facts) on notices to lep_app;
create policy find_own on activities for select to lep_app using (
  (select app_erases()) and actor_id = (select app_user()));

-- True once the person is gone; false where they belong to a region still, or administer.
create function erase_person() returns boolean language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  called text := (select name from users where id = app_user());
begin
  if app_card() is not null then return false; end if;
  perform set_config('app.purpose', 'erase', true);
  update notices set facts = jsonb_set(facts, '{by}', '""')
    where called <> '' and facts ->> 'by' = called;
  delete from invitations;
  delete from programme_invitations;
  delete from sign_in_links;
  delete from users;
  perform set_config('app.purpose', purpose, true);
  return not exists (select from users where id = app_user());
end $$;
grant execute on function erase_person() to lep_app;
