-- Single things behind a quarter's number (a training, a lab, a financing line), what numbers are
-- measured against, and the rates by which money of other currencies is counted.

create table metric_lines (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  metric text not null
    check (metric in ('trainings_delivered', 'challenge_labs_held', 'funding_leveraged')),
  title text not null,
  day date not null,
  kind text not null default '',
  stage text not null default '' check (stage in ('', 'applied', 'secured', 'received')),
  learners integer check (learners > 0),
  amount numeric(14, 2) check (amount > 0),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  rate numeric(18, 8) check (rate > 0),
  rate_on date,
  rate_source text not null default '',
  euros numeric(14, 2) check (euros >= 0),
  from_year smallint,
  to_year smallint check (to_year >= from_year and to_year < from_year + 30),
  joint_key text,
  share numeric(5, 2) not null default 100 check (share > 0 and share <= 100),
  author_id uuid references users (id) on delete set null on update cascade,
  created_at timestamptz(3) not null default current_timestamp,
  constraint metric_lines_pkey primary key (region_id, id)
);
create index metric_lines_region_id_metric_day_idx on metric_lines (region_id, metric, day);
create unique index metric_lines_region_id_joint_key_key on metric_lines (region_id, joint_key);
create index metric_lines_joint_key_idx on metric_lines (joint_key);
create index metric_lines_author_id_idx on metric_lines (author_id);

create table denominators (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  kind text not null check (kind in ('enterprises', 'workers', 'population', 'base')),
  year smallint not null check (year between 1990 and 2099),
  value numeric(14, 2) not null check (value > 0),
  source text not null,
  author_id uuid references users (id) on delete set null on update cascade,
  created_at timestamptz(3) not null default current_timestamp,
  constraint denominators_pkey primary key (region_id, kind, year)
);
create index denominators_author_id_idx on denominators (author_id);

-- Units of a currency for one euro, on a day; the programme's, like the guidebook.
create table exchange_rates (
  currency text not null check (currency ~ '^[A-Z]{3}$' and currency <> 'EUR'),
  day date not null,
  rate numeric(18, 8) not null check (rate > 0),
  source text not null,
  author_id uuid references users (id) on delete set null on update cascade,
  created_at timestamptz(3) not null default current_timestamp,
  constraint exchange_rates_pkey primary key (currency, day)
);
create index exchange_rates_author_id_idx on exchange_rates (author_id);

do $$
declare t text;
begin
  foreach t in array array['metric_lines', 'denominators', 'exchange_rates'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
    execute format('create policy card on %I as restrictive to lep_app
      using ((select app_card()) is null) with check ((select app_card()) is null)', t);
  end loop;
  foreach t in array array['metric_lines', 'denominators'] loop
    execute format('create policy see_%1$s on %1$I for select to lep_app using (
      region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()))', t);
    execute format('create policy add_%1$s on %1$I for insert to lep_app with check (
      region_id = any ((select app_coordinates())::uuid[]) and author_id = (select app_user()))', t);
    execute format('create policy drop_%1$s on %1$I for delete to lep_app using (
      region_id = any ((select app_coordinates())::uuid[]))', t);
    execute format('grant select, insert, delete on %I to lep_app', t);
  end loop;
end $$;

-- An application that is signed turns into money, at the rate of that day.
create policy advance_metric_lines on metric_lines for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[]));
grant update (stage, day, rate, rate_on, rate_source, euros) on metric_lines to lep_app;

create policy see_exchange_rates on exchange_rates for select to lep_app
  using ((select app_user()) is not null);
create policy add_exchange_rate on exchange_rates for insert to lep_app
  with check ((select app_sees_all()) and author_id = (select app_user()));
create policy drop_exchange_rate on exchange_rates for delete to lep_app
  using ((select app_sees_all()));
grant select, insert, delete on exchange_rates to lep_app;

-- How much of a joint thing all its regions together have taken on, and how many they are. A key is
-- made by the product, too long to be guessed, and told by one coordinator to the other: who knows
-- it was told. Nothing else of the other region is answered.
create function joint_shares(of_metric text, key text, out total numeric, out regions integer)
  language sql stable security definer set search_path from current as $$
  select coalesce(sum(l.share), 0), count(*)::int from metric_lines l
    where l.joint_key = key and l.metric = of_metric and app_user() is not null $$;
revoke all on function joint_shares(text, text) from public;
grant execute on function joint_shares(text, text) to lep_app;
