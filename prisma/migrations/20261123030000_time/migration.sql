-- Any past day of a region: its first entry and the changes before and after a day, by time.
CREATE INDEX "activities_region_id_at_idx" ON "activities"("region_id", "at");
-- How each item and milestone stood on a day: its last entry up to then.
CREATE INDEX "activities_region_id_subject_at_idx" ON "activities"("region_id", "subject", "at");

-- The day as of which the rules last looked at a region. Those known so far are looked at soon.
ALTER TABLE "region_summaries" ADD COLUMN "as_of" DATE NOT NULL DEFAULT '2000-01-01';
CREATE INDEX "region_summaries_as_of_region_id_idx" ON "region_summaries"("as_of", "region_id");

-- Nobody asks when the day's job runs (lib/db/as-job.ts): it sees which regions there are, and of one
-- at a time rewrites what the rules say of it. What people have recorded it only reads.
create function app_works() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.purpose', true), '') = 'jobs' $$;
create policy see_as_job on regions for select to lep_app using ((select app_works()));
create policy see_as_job on region_summaries for select to lep_app using ((select app_works()));
do $$
declare t text;
begin
  foreach t in array array['step_records', 'region_summaries'] loop
    execute format($p$create policy add_as_job on %I for insert to lep_app with check (
      (select app_works()) and region_id = any ((select app_regions())::uuid[]))$p$, t);
    execute format($p$create policy change_as_job on %I for update to lep_app
      using ((select app_works()) and region_id = any ((select app_regions())::uuid[]))
      with check ((select app_works()) and region_id = any ((select app_regions())::uuid[]))$p$, t);
  end loop;
end $$;
