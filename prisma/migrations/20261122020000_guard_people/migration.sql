-- A person may change the own row, but not what makes them who they are: programme role, address and
-- being barred are the administrator's and the sign-in's to set.
create function guard_people() returns trigger language plpgsql as $$
begin
  if app_user() is not null and app_programme() <> 'admin' and not app_signs_in()
    and (new.programme_role, new.disabled_at, new.email)
      is distinct from (old.programme_role, old.disabled_at, old.email) then
    raise insufficient_privilege using message = 'permission denied for these columns of users';
  end if;
  return new;
end $$;
create trigger guard_people before update on users for each row execute function guard_people();
