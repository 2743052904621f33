-- The feed of a step, an item or a person, newest first, also where there are many years of others.
CREATE INDEX "activities_region_id_step_id_idx" ON "activities"("region_id", "step", "id");
CREATE INDEX "activities_region_id_subject_id_idx" ON "activities"("region_id", "subject", "id");
CREATE INDEX "activities_region_id_actor_id_id_idx" ON "activities"("region_id", "actor_id", "id");
