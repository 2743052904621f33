-- What comes of a closed round's results: a task, a comment, or a talk that was held. It names who
-- said so, and never has anything to do with what was answered.
create table round_talks (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  id uuid not null,
  round_id uuid not null,
  statement text not null,
  kind text not null check (kind in ('task', 'comment', 'talked')),
  words text not null default '',
  task_id uuid,
  author_id uuid references users (id) on delete set null on update cascade,
  created_at timestamptz(3) not null default current_timestamp,
  constraint round_talks_pkey primary key (region_id, id),
  constraint round_talks_region_id_round_id_fkey foreign key (region_id, round_id)
    references rounds (region_id, id) on delete cascade on update no action,
  constraint round_talks_region_id_task_id_fkey foreign key (region_id, task_id)
    references tasks (region_id, id) on delete cascade on update no action
);
create index round_talks_region_id_round_id_idx on round_talks (region_id, round_id);
create index round_talks_region_id_task_id_idx on round_talks (region_id, task_id);
create index round_talks_author_id_idx on round_talks (author_id);

alter table round_talks enable row level security;
alter table round_talks force row level security;
create policy owner on round_talks to current_user using (true) with check (true);
create policy card on round_talks as restrictive to lep_app
  using ((select app_card()) is null) with check ((select app_card()) is null);

-- Whoever reads the results reads what comes of them; coordinators and partners write, in their own
-- name; words are taken back by who wrote them or by a coordinator.
create policy read_round_talks on round_talks for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]));
create policy add_round_talk on round_talks for insert to lep_app with check (
  region_id = any ((select app_contributes())::uuid[]) and author_id = (select app_user()));
create policy take_back_round_talk on round_talks for delete to lep_app using (
  region_id = any ((select app_coordinates())::uuid[])
  or (region_id = any ((select app_contributes())::uuid[]) and author_id = (select app_user())));
grant select, insert, delete on round_talks to lep_app;
