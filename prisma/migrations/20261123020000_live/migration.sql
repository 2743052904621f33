-- Whoever listens hears at once that something happened in a region: which entry of its activity,
-- by whom. Ids only: what it was is read by those who may. One word for each statement, however
-- many entries it writes.
create function tell_region() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_notify('lep_region', concat_ws(' ', region_id, last_id, actor_id))
  from (select region_id, actor_id, max(id::text) last_id from added group by 1, 2) said;
  return null;
end $$;
create trigger tell_region after insert on public.activities referencing new table as added
  for each statement execute function tell_region();
