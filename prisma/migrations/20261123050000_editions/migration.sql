-- Editions can be added by administrators, and are never changed: docs/decisions/0011-editions.md.
alter table editions add column source jsonb;

create table edition_drafts (
  id uuid not null,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  digest text not null,
  file jsonb not null,
  constraint edition_drafts_pkey primary key (id)
);

do $$
declare t text;
begin
  foreach t in array array['editions','guide_parts','guide_steps','guide_tips','guide_items',
    'guide_milestones','guide_statements','guide_tasks','guide_tools','guide_metrics','edition_drafts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- The guidebook stays everybody's to read: a policy without a question costs nothing.
create policy read_guidebook on editions for select to lep_app using (true);
create policy add_edition on editions for insert to lep_app with check (
  (select app_programme()) = 'admin' and loaded_at = (select now()::timestamptz(3)));
grant insert on editions to lep_app;

-- Content goes only into an edition that begins in the same transaction: what is loaded is closed.
do $$
declare t text;
begin
  foreach t in array array['guide_parts','guide_steps','guide_tips','guide_items','guide_milestones',
    'guide_statements','guide_tasks','guide_tools','guide_metrics'] loop
    execute format('create policy read_guidebook on %I for select to lep_app using (true)', t);
    execute format($p$create policy fill_edition on %I for insert to lep_app with check (
      (select app_programme()) = 'admin' and edition in (
        select number from editions where loaded_at = (select now()::timestamptz(3))))$p$, t);
    execute format('grant insert on %I to lep_app', t);
  end loop;
end $$;

-- What was previewed is what is loaded: a draft can be added and cleared away, not changed.
create policy see_drafts on edition_drafts for select to lep_app
  using ((select app_programme()) = 'admin');
create policy add_draft on edition_drafts for insert to lep_app
  with check ((select app_programme()) = 'admin' and created_by_id = (select app_user()));
create policy clear_drafts on edition_drafts for delete to lep_app
  using ((select app_programme()) = 'admin');
grant select, insert, delete on edition_drafts to lep_app;

-- A coordinator may change the own region, but not the edition it is pinned to: that is the staff's.
create function guard_edition() returns trigger language plpgsql as $$
begin
  if new.edition <> old.edition and app_user() is not null and not app_sees_all() then
    raise insufficient_privilege using message = 'permission denied for column edition of regions';
  end if;
  return new;
end $$;
create trigger guard_edition before update on regions for each row execute function guard_edition();

-- The words of what an edition has dropped are looked up by id, whichever edition had it last.
create index guide_items_id_edition_idx on guide_items (id, edition);
create index guide_milestones_id_edition_idx on guide_milestones (id, edition);
