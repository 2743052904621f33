-- What a region counts, quarter by quarter. An entry is never changed: a correction is the next
-- version, and what was told before stays readable.
create table metric_entries (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  metric text not null,
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  version integer not null,
  value numeric(14, 2) check (value >= 0),
  breakdown jsonb not null default '{}',
  source text not null default '',
  context text not null default '',
  status text not null check (status in ('draft', 'confirmed')),
  author_id uuid references users (id) on delete set null on update cascade,
  created_at timestamptz(3) not null default current_timestamp,
  constraint metric_entries_pkey primary key (region_id, id)
);
create unique index metric_entries_region_id_metric_quarter_version_key
  on metric_entries (region_id, metric, quarter, version);
create index metric_entries_author_id_idx on metric_entries (author_id);

-- What a region wants to reach; without a day it says "no date set".
create table metric_targets (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  metric text not null,
  value numeric(14, 2) not null check (value > 0),
  due_on date,
  baseline numeric(14, 2) check (baseline >= 0),
  baseline_on date,
  source text not null default '',
  created_at timestamptz(3) not null default current_timestamp,
  constraint metric_targets_pkey primary key (region_id, id)
);
create index metric_targets_region_id_metric_idx on metric_targets (region_id, metric);

alter table metric_entries enable row level security;
alter table metric_entries force row level security;
alter table metric_targets enable row level security;
alter table metric_targets force row level security;
create policy owner on metric_entries to current_user using (true) with check (true);
create policy owner on metric_targets to current_user using (true) with check (true);
create policy card on metric_entries as restrictive to lep_app
  using ((select app_card()) is null) with check ((select app_card()) is null);
create policy card on metric_targets as restrictive to lep_app
  using ((select app_card()) is null) with check ((select app_card()) is null);

create policy see_metric_entries on metric_entries for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_metric_entry on metric_entries for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]) and author_id = (select app_user()));
grant select, insert on metric_entries to lep_app;

create policy see_metric_targets on metric_targets for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_metric_target on metric_targets for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]));
create policy drop_metric_target on metric_targets for delete to lep_app using (
  region_id = any ((select app_coordinates())::uuid[]));
grant select, insert, delete on metric_targets to lep_app;

-- The demonstrators' targets that name a metric and a number.
insert into metric_targets (region_id, id, metric, value, due_on, source)
  select r.id, gen_random_uuid(), t->>'metric', (t->>'value')::numeric, (t->>'dueDate')::date, 'SACCORD guidebook'
    from regions r cross join jsonb_array_elements(r.targets) t
    where r.kind = 'demonstrator' and t->>'metric' is not null and jsonb_typeof(t->'value') = 'number';
