-- Who does what next: tasks, and how far each organisation asked has come with one.
create table tasks (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  title text not null,
  done_when text not null default '',
  step text,
  entry text,
  link text not null default '',
  due_on date,
  skip_check boolean not null default false,
  repeat_months integer check (repeat_months between 1 and 60),
  source text,
  for_kind text not null check (for_kind in ('coordinator', 'any-partner', 'sector', 'partners')),
  for_sector text
    check (for_sector in ('public', 'education_research', 'business', 'creative_civil')),
  assignee_id uuid references users (id) on delete set null on update cascade,
  state text not null default 'open'
    check (state in ('proposed', 'declined', 'open', 'submitted', 'handed_back', 'done')),
  word text not null default '',
  proposed_by_partner_id uuid,
  created_by_id uuid,
  created_at timestamptz(3) not null default current_timestamp,
  done_on date,
  made_from_id uuid,
  archived_at timestamptz(3),
  version integer not null default 1,
  constraint tasks_pkey primary key (region_id, id),
  constraint tasks_region_id_proposed_by_partner_id_fkey
    foreign key (region_id, proposed_by_partner_id)
    references partners (region_id, id) on delete no action on update no action,
  constraint tasks_region_id_made_from_id_fkey foreign key (region_id, made_from_id)
    references tasks (region_id, id) on delete no action on update no action,
  constraint tasks_sector check ((for_kind = 'sector') = (for_sector is not null))
);
create index tasks_region_id_step_idx on tasks (region_id, step);
create index tasks_region_id_entry_idx on tasks (region_id, entry);
create index tasks_region_id_due_on_idx on tasks (region_id, due_on);
create unique index tasks_region_id_made_from_id_key on tasks (region_id, made_from_id);
create index tasks_region_id_proposed_by_partner_id_idx
  on tasks (region_id, proposed_by_partner_id);
create index tasks_assignee_id_idx on tasks (assignee_id);

create table task_partners (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  task_id uuid not null,
  partner_id uuid not null,
  user_id uuid references users (id) on delete set null on update cascade,
  state text not null default 'open'
    check (state in ('open', 'submitted', 'handed_back', 'done')),
  back text not null default '' check (back in ('', 'again', 'not_us', 'later')),
  reason text not null default '',
  proposed_due_on date,
  note text not null default '',
  link text not null default '',
  submitted_by_id uuid,
  submitted_at timestamptz(3),
  done_on date,
  version integer not null default 1,
  constraint task_partners_pkey primary key (region_id, task_id, partner_id),
  constraint task_partners_region_id_task_id_fkey foreign key (region_id, task_id)
    references tasks (region_id, id) on delete cascade on update no action,
  constraint task_partners_region_id_partner_id_fkey foreign key (region_id, partner_id)
    references partners (region_id, id) on delete no action on update no action,
  constraint task_partners_back check ((state = 'handed_back') = (back <> ''))
);
create index task_partners_region_id_partner_id_idx on task_partners (region_id, partner_id);
create index task_partners_user_id_idx on task_partners (user_id);

do $$
declare t text;
begin
  foreach t in array array['tasks', 'task_partners'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
    execute format($p$create policy see_tasks on %I for select to lep_app using (
      region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()))$p$, t);
  end loop;
end $$;

-- True where an organisation of the viewer's is asked by name.
create function app_is_asked(region uuid, task uuid) returns boolean language sql stable as $$
  select exists (select from task_partners t where t.region_id = region and t.task_id = task
    and t.partner_id = any ((select app_partners())::uuid[])) $$;

-- Coordinators keep all of them; a partner proposes, answers for the own organisation, and makes
-- the next one of those that come again.
create policy add_tasks on tasks for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[])
  or region_id = any ((select app_contributes())::uuid[]) and (
    state = 'proposed' and proposed_by_partner_id = any ((select app_partners())::uuid[])
    or made_from_id is not null and app_is_asked(region_id, made_from_id)));
create policy change_tasks on tasks for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_contributes())::uuid[])
      and (for_kind in ('any-partner', 'sector') or app_is_asked(region_id, id)))
  with check (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_contributes())::uuid[])
      and (for_kind in ('any-partner', 'sector') or app_is_asked(region_id, id)));

create policy add_tasks on task_partners for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[])
  or region_id = any ((select app_contributes())::uuid[]) and (
    partner_id = any ((select app_partners())::uuid[])
    or exists (select from tasks t where t.region_id = task_partners.region_id
      and t.id = task_partners.task_id and app_is_asked(t.region_id, t.made_from_id))));
create policy change_tasks on task_partners for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_contributes())::uuid[])
      and partner_id = any ((select app_partners())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[])
    or region_id = any ((select app_contributes())::uuid[])
      and partner_id = any ((select app_partners())::uuid[]));
create policy remove_tasks on task_partners for delete to lep_app using (
  region_id = any ((select app_coordinates())::uuid[]));

grant select, insert, update on tasks, task_partners to lep_app;
grant delete on task_partners to lep_app;
