-- Any past day of a region: its first entry and the changes before and after a day, by time.
CREATE INDEX "activities_region_id_at_idx" ON "activities"("region_id", "at");
