-- What a region tells of itself in its report, in its own words, once in each language.
create table report_stories (
  region_id uuid not null references regions (id) on delete cascade on update cascade,
  language text not null check (language in ('en', 'de')),
  words text not null default '',
  version integer not null default 1,
  author_id uuid references users (id) on delete set null on update cascade,
  updated_at timestamptz(3) not null default current_timestamp,
  constraint report_stories_pkey primary key (region_id, language)
);
create index report_stories_author_id_idx on report_stories (author_id);
alter table report_stories enable row level security;
alter table report_stories force row level security;
create policy owner on report_stories to current_user using (true) with check (true);
create policy card on report_stories as restrictive to lep_app
  using ((select app_card()) is null) with check ((select app_card()) is null);
create policy see_report_stories on report_stories for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_report_story on report_stories for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]));
create policy change_report_story on report_stories for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[]));
grant select, insert, update (words, version, author_id, updated_at) on report_stories to lep_app;
