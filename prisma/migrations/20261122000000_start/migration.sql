-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "editions" (
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "wording" JSONB NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "editions_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "guide_parts" (
    "edition" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "guide_parts_pkey" PRIMARY KEY ("edition","id")
);

-- CreateTable
CREATE TABLE "guide_steps" (
    "edition" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "principle" TEXT NOT NULL,
    "intro" TEXT NOT NULL,
    "quote" JSONB NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "guide_steps_pkey" PRIMARY KEY ("edition","id")
);

-- CreateTable
CREATE TABLE "guide_tips" (
    "edition" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "guide_tips_pkey" PRIMARY KEY ("edition","id")
);

-- CreateTable
CREATE TABLE "guide_items" (
    "edition" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "done_when" TEXT NOT NULL,
    "essential" BOOLEAN NOT NULL,
    "default_owner" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "every_months" INTEGER,
    "auto_suggest" TEXT NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "guide_items_pkey" PRIMARY KEY ("edition","id")
);

-- CreateTable
CREATE TABLE "guide_milestones" (
    "edition" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "reached_when" TEXT NOT NULL,
    "gate" BOOLEAN NOT NULL,
    "weight" INTEGER NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "guide_milestones_pkey" PRIMARY KEY ("edition","id")
);

-- CreateTable
CREATE TABLE "guide_statements" (
    "edition" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "core" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "anchors" JSONB NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "guide_statements_pkey" PRIMARY KEY ("edition","id")
);

-- CreateTable
CREATE TABLE "guide_tasks" (
    "edition" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "assignee" TEXT NOT NULL,
    "week" INTEGER NOT NULL,
    "supports" TEXT[],
    "translations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "guide_tasks_pkey" PRIMARY KEY ("edition","id")
);

-- CreateTable
CREATE TABLE "guide_tools" (
    "edition" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "guide_tools_pkey" PRIMARY KEY ("edition","id")
);

-- CreateTable
CREATE TABLE "guide_metrics" (
    "edition" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "core" BOOLEAN NOT NULL,
    "details" JSONB NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "guide_metrics_pkey" PRIMARY KEY ("edition","id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "locale" TEXT,
    "theme" TEXT,
    "programme_role" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "accounts" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "sign_in_links" (
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "programme_invitations" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "invited_by_id" UUID,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "programme_invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_activities" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "programme_activities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "throttles" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ticks" (
    "region_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "done_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "owner_kind" TEXT,
    "owner_sector" TEXT,
    "owner_partner" UUID,
    "due_on" DATE,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ticks_pkey" PRIMARY KEY ("region_id","item")
);

-- CreateTable
CREATE TABLE "milestones" (
    "region_id" UUID NOT NULL,
    "milestone" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "planned_on" DATE,
    "reached_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "owner_kind" TEXT,
    "owner_sector" TEXT,
    "owner_partner" UUID,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("region_id","milestone")
);

-- CreateTable
CREATE TABLE "step_records" (
    "region_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "progress" INTEGER NOT NULL,
    "reached_since" DATE,
    "confirmed_since" DATE,

    CONSTRAINT "step_records_pkey" PRIMARY KEY ("region_id","step")
);

-- CreateTable
CREATE TABLE "region_summaries" (
    "region_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "territory_type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "started_on" DATE,
    "stage" INTEGER NOT NULL DEFAULT 0,
    "reached_step" INTEGER NOT NULL DEFAULT 0,
    "state1" TEXT NOT NULL DEFAULT 'not_started',
    "state2" TEXT NOT NULL DEFAULT 'not_started',
    "state3" TEXT NOT NULL DEFAULT 'not_started',
    "state4" TEXT NOT NULL DEFAULT 'not_started',
    "state5" TEXT NOT NULL DEFAULT 'not_started',
    "state6" TEXT NOT NULL DEFAULT 'not_started',
    "state7" TEXT NOT NULL DEFAULT 'not_started',
    "state8" TEXT NOT NULL DEFAULT 'not_started',
    "progress" INTEGER[],
    "need" JSONB,
    "last_entry_on" DATE,

    CONSTRAINT "region_summaries_pkey" PRIMARY KEY ("region_id")
);

-- CreateTable
CREATE TABLE "regions" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "territory_type" TEXT NOT NULL,
    "territory" TEXT NOT NULL DEFAULT '',
    "time_zone" TEXT NOT NULL,
    "languages" TEXT[],
    "started_on" DATE,
    "edition" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'partnership',
    "headline" TEXT NOT NULL DEFAULT '',
    "forum" TEXT NOT NULL DEFAULT '',
    "context" TEXT NOT NULL DEFAULT '',
    "goals" JSONB NOT NULL DEFAULT '[]',
    "challenges" JSONB NOT NULL DEFAULT '[]',
    "facts" JSONB NOT NULL DEFAULT '[]',
    "targets" JSONB NOT NULL DEFAULT '[]',
    "plans" JSONB NOT NULL DEFAULT '[]',
    "outlook" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "regions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "region_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "partner_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "region_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "partner_id" UUID,
    "invited_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "partners" (
    "region_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "subtype" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'identified',
    "city" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "micro_player" BOOLEAN NOT NULL DEFAULT false,
    "intermediary" BOOLEAN NOT NULL DEFAULT false,
    "to_check" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL DEFAULT '',
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "partners_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "activities" (
    "region_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "kind" TEXT NOT NULL,
    "step" TEXT,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "activities_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_links_expires_idx" ON "sign_in_links"("expires");

-- CreateIndex
CREATE INDEX "programme_invitations_email_idx" ON "programme_invitations"("email");

-- CreateIndex
CREATE INDEX "programme_activities_at_idx" ON "programme_activities"("at");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "region_summaries_name_key_region_id_idx" ON "region_summaries"("name_key", "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_country_name_key_region_id_idx" ON "region_summaries"("country", "name_key", "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_territory_type_name_key_region_id_idx" ON "region_summaries"("territory_type", "name_key", "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_last_entry_on_region_id_idx" ON "region_summaries"("last_entry_on" ASC, "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_state1_name_key_region_id_idx" ON "region_summaries"("state1", "name_key", "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_state2_name_key_region_id_idx" ON "region_summaries"("state2", "name_key", "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_state3_name_key_region_id_idx" ON "region_summaries"("state3", "name_key", "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_state4_name_key_region_id_idx" ON "region_summaries"("state4", "name_key", "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_state5_name_key_region_id_idx" ON "region_summaries"("state5", "name_key", "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_state6_name_key_region_id_idx" ON "region_summaries"("state6", "name_key", "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_state7_name_key_region_id_idx" ON "region_summaries"("state7", "name_key", "region_id");

-- CreateIndex
CREATE INDEX "region_summaries_state8_name_key_region_id_idx" ON "region_summaries"("state8", "name_key", "region_id");

-- CreateIndex
CREATE UNIQUE INDEX "regions_slug_key" ON "regions"("slug");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_region_id_user_id_key" ON "members"("region_id", "user_id");

-- CreateIndex
CREATE INDEX "invitations_email_idx" ON "invitations"("email");

-- AddForeignKey
ALTER TABLE "guide_parts" ADD CONSTRAINT "guide_parts_edition_fkey" FOREIGN KEY ("edition") REFERENCES "editions"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_steps" ADD CONSTRAINT "guide_steps_edition_fkey" FOREIGN KEY ("edition") REFERENCES "editions"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_tips" ADD CONSTRAINT "guide_tips_edition_fkey" FOREIGN KEY ("edition") REFERENCES "editions"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_items" ADD CONSTRAINT "guide_items_edition_fkey" FOREIGN KEY ("edition") REFERENCES "editions"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_milestones" ADD CONSTRAINT "guide_milestones_edition_fkey" FOREIGN KEY ("edition") REFERENCES "editions"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_statements" ADD CONSTRAINT "guide_statements_edition_fkey" FOREIGN KEY ("edition") REFERENCES "editions"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_tasks" ADD CONSTRAINT "guide_tasks_edition_fkey" FOREIGN KEY ("edition") REFERENCES "editions"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_tools" ADD CONSTRAINT "guide_tools_edition_fkey" FOREIGN KEY ("edition") REFERENCES "editions"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_metrics" ADD CONSTRAINT "guide_metrics_edition_fkey" FOREIGN KEY ("edition") REFERENCES "editions"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticks" ADD CONSTRAINT "ticks_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticks" ADD CONSTRAINT "ticks_region_id_owner_partner_fkey" FOREIGN KEY ("region_id", "owner_partner") REFERENCES "partners"("region_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_region_id_owner_partner_fkey" FOREIGN KEY ("region_id", "owner_partner") REFERENCES "partners"("region_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "step_records" ADD CONSTRAINT "step_records_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_summaries" ADD CONSTRAINT "region_summaries_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regions" ADD CONSTRAINT "regions_edition_fkey" FOREIGN KEY ("edition") REFERENCES "editions"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_region_id_partner_id_fkey" FOREIGN KEY ("region_id", "partner_id") REFERENCES "partners"("region_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_region_id_partner_id_fkey" FOREIGN KEY ("region_id", "partner_id") REFERENCES "partners"("region_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "partners" ADD CONSTRAINT "partners_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who is asking. lib/db/as-viewer.ts sets these for one transaction; without them nothing is seen.
create function app_user() returns uuid language sql stable as
  $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
create function app_regions() returns uuid[] language sql stable as
  $$ select string_to_array(nullif(current_setting('app.regions', true), ''), ',')::uuid[] $$;
create function app_coordinates() returns uuid[] language sql stable as
  $$ select string_to_array(nullif(current_setting('app.coordinates', true), ''), ',')::uuid[] $$;
create function app_contributes() returns uuid[] language sql stable as
  $$ select string_to_array(nullif(current_setting('app.contributes', true), ''), ',')::uuid[] $$;
create function app_partners() returns uuid[] language sql stable as
  $$ select string_to_array(nullif(current_setting('app.partners', true), ''), ',')::uuid[] $$;
create function app_programme() returns text language sql stable as
  $$ select coalesce(current_setting('app.programme', true), '') $$;
create function app_sees_all() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.programme', true), '') in ('staff', 'admin') $$;
-- Signing in happens before there is a viewer: lib/db/as-sign-in.ts says so.
create function app_signs_in() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.purpose', true), '') = 'sign-in' $$;

-- Migrations, content and the sample programme are written by the owner, who may be no superuser.
do $$
declare t text;
begin
  foreach t in array array['users','sessions','accounts','sign_in_links','programme_invitations',
    'programme_activities','idempotency_keys','throttles','regions','members','invitations','partners',
    'activities','ticks','milestones','step_records','region_summaries'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- People
create policy see_people on users for select to lep_app using (
  id = (select app_user()) or (select app_sees_all()) or (select app_signs_in())
  or exists (select from members m where m.user_id = users.id and m.region_id = any ((select app_regions())::uuid[])));
create policy let_in on users for insert to lep_app with check ((select app_signs_in()));
create policy change_people on users for update to lep_app
  using (id = (select app_user()) or (select app_programme()) = 'admin' or (select app_signs_in()))
  with check (id = (select app_user()) or (select app_programme()) = 'admin' or (select app_signs_in()));

create policy sign_in on sessions to lep_app
  using ((select app_signs_in()) or (select app_programme()) = 'admin' or user_id = (select app_user()))
  with check ((select app_signs_in()));
create policy sign_in on accounts to lep_app
  using ((select app_signs_in())) with check ((select app_signs_in()));
create policy sign_in on sign_in_links to lep_app
  using ((select app_signs_in())) with check ((select app_signs_in()));
create policy throttle on throttles to lep_app
  using (current_setting('app.purpose', true) = 'throttle')
  with check (current_setting('app.purpose', true) = 'throttle');
create policy own on idempotency_keys to lep_app
  using (user_id = (select app_user())) with check (user_id = (select app_user()));

create policy admin_invites on programme_invitations to lep_app
  using ((select app_programme()) = 'admin' or (select app_signs_in()))
  with check ((select app_programme()) = 'admin' or (select app_signs_in()));
create policy see_programme on programme_activities for select to lep_app
  using ((select app_programme()) = 'admin');
create policy note_programme on programme_activities for insert to lep_app
  with check ((select app_sees_all()) or (select app_signs_in()));

-- Regions
create policy see_region on regions for select to lep_app using (
  id = any ((select app_regions())::uuid[]) or (select app_sees_all()) or (select app_signs_in()));
create policy add_region on regions for insert to lep_app with check ((select app_sees_all()));
create policy change_region on regions for update to lep_app
  using (id = any ((select app_coordinates())::uuid[]) or (select app_sees_all()))
  with check (id = any ((select app_coordinates())::uuid[]) or (select app_sees_all()));

create policy see_members on members for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or user_id = (select app_user())
  or (select app_sees_all()) or (select app_signs_in()));
create policy add_members on members for insert to lep_app with check ((select app_signs_in()));
create policy change_members on members for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]) or (select app_programme()) = 'admin')
  with check (region_id = any ((select app_coordinates())::uuid[]) or (select app_programme()) = 'admin');
create policy remove_members on members for delete to lep_app using (
  region_id = any ((select app_coordinates())::uuid[]) or (select app_programme()) = 'admin'
  or user_id = (select app_user()));

create policy invite on invitations to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]) or partner_id = any ((select app_partners())::uuid[])
    or (select app_sees_all()) or (select app_signs_in()))
  with check (region_id = any ((select app_coordinates())::uuid[]) or partner_id = any ((select app_partners())::uuid[])
    or (select app_sees_all()) or (select app_signs_in()));

create policy see_partners on partners for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy add_partners on partners for insert to lep_app with check (
  region_id = any ((select app_coordinates())::uuid[]));
create policy change_partners on partners for update to lep_app
  using (region_id = any ((select app_coordinates())::uuid[]) or id = any ((select app_partners())::uuid[]))
  with check (region_id = any ((select app_coordinates())::uuid[]) or id = any ((select app_partners())::uuid[]));

create policy see_activity on activities for select to lep_app using (
  region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()));
create policy note_activity on activities for insert to lep_app with check (
  (region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()) or (select app_signs_in()))
  and actor_id is not distinct from (select app_user()) or (select app_signs_in()));

-- The journey: members read; coordinators, partners and (for waivers) staff write.
do $$
declare t text;
begin
  foreach t in array array['ticks','milestones','step_records','region_summaries'] loop
    execute format($p$create policy see_journey on %I for select to lep_app using (
      region_id = any ((select app_regions())::uuid[]) or (select app_sees_all()))$p$, t);
    execute format($p$create policy add_journey on %I for insert to lep_app with check (
      region_id = any ((select app_contributes())::uuid[]) or (select app_sees_all()))$p$, t);
    execute format($p$create policy change_journey on %I for update to lep_app
      using (region_id = any ((select app_contributes())::uuid[]) or (select app_sees_all()))
      with check (region_id = any ((select app_contributes())::uuid[]) or (select app_sees_all()))$p$, t);
  end loop;
end $$;

-- What the app's role may do at all. It owns nothing; activity can only be added to.
grant usage on schema public to lep_app;
grant select on editions, guide_parts, guide_steps, guide_tips, guide_items, guide_milestones,
  guide_statements, guide_tasks, guide_tools, guide_metrics to lep_app;
grant select, insert, update on users, regions, invitations, programme_invitations, partners,
  ticks, milestones, step_records, region_summaries to lep_app;
grant select, insert, update, delete on sessions, accounts, sign_in_links, members, throttles,
  idempotency_keys to lep_app;
grant select, insert on activities, programme_activities to lep_app;

-- One statement finds who is asking: the session, the person and every membership.
create function find_viewer(token text) returns jsonb language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  viewer jsonb;
begin
  perform set_config('app.purpose', 'sign-in', true);
  select jsonb_build_object(
    'userId', u.id, 'name', u.name, 'email', u.email, 'locale', u.locale, 'theme', u.theme,
    'programmeRole', u.programme_role, 'sample', u.sample,
    'memberships', coalesce((
      select jsonb_agg(jsonb_build_object('regionId', m.region_id, 'slug', r.slug, 'name', r.name,
        'role', m.role, 'partnerId', m.partner_id) order by r.name)
      from members m join regions r on r.id = m.region_id
      where m.user_id = u.id and r.archived_at is null), '[]'::jsonb))
  into viewer
  from sessions s join users u on u.id = s.user_id
  where s.token_hash = token and s.expires > now() and u.disabled_at is null;
  perform set_config('app.purpose', purpose, true);
  return viewer;
end $$;
grant execute on function find_viewer(text) to lep_app;
