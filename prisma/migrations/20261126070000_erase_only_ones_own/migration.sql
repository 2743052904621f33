-- Staff see the invitations of every region, and what is seen may be deleted: erasing names whose
-- rows go, instead of leaving it to the policies alone. And these let nobody delete another's, since
-- the policy by which people invite would cover deleting, too.
create policy only_own on invitations as restrictive for delete to lep_app using (
  (select app_erases()) and email = (select app_own_address()));
create policy only_own on programme_invitations as restrictive for delete to lep_app using (
  (select app_erases()) and email = (select app_own_address()));

create or replace function erase_person() returns boolean language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  called text;
  address text;
begin
  if app_card() is not null then return false; end if;
  select name, email into called, address from users where id = app_user();
  perform set_config('app.purpose', 'erase', true);
  update notices set facts = jsonb_set(facts, '{by}', '""')
    where called <> '' and facts ->> 'by' = called;
  delete from invitations where email = address;
  delete from programme_invitations where email = address;
  delete from sign_in_links where email = address;
  delete from users where id = app_user();
  perform set_config('app.purpose', purpose, true);
  return not exists (select from users where id = app_user());
end $$;
