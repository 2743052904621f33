-- What is taken back within some minutes goes as if it had not been: the part of an organisation that
-- only its tick-off made, the file that came with it, and mails about it that have not gone yet.
create policy take_back_tasks on task_partners for delete to lep_app using (
  region_id = any ((select app_contributes())::uuid[])
  and partner_id = any ((select app_partners())::uuid[])
  and exists (select from tasks t where t.region_id = task_partners.region_id
    and t.id = task_partners.task_id and t.for_kind in ('any-partner', 'sector')));

-- An organisation's people set aside what they attached themselves.
create policy set_own_files_aside on task_files for update to lep_app
  using (region_id = any ((select app_contributes())::uuid[])
    and added_by_id = (select app_user()) and partner_id = any ((select app_partners())::uuid[]))
  with check (region_id = any ((select app_contributes())::uuid[])
    and added_by_id = (select app_user()) and partner_id = any ((select app_partners())::uuid[]));

-- Takes out of people's next mails what the viewer's own acts (entries of the activity, or batches of
-- them) had put there; what has been mailed stays. Gives how many notices it concerned.
create function withdraw_notices(region uuid, acts uuid[]) returns integer language plpgsql as $$
declare
  purpose text := coalesce(current_setting('app.purpose', true), '');
  mine text[];
  gone integer;
begin
  select array_agg(a.id::text) || array_agg(a.batch::text) into mine from activities a
    where a.region_id = region and a.actor_id = app_user() and (a.id = any (acts) or a.batch = any (acts));
  perform set_config('app.purpose', 'jobs', true);
  delete from notices n where n.region_id = region and n.settled_at is null
    and n.user_id in (select m.user_id from members m where m.region_id = region)
    and n.facts ->> 'act' = any (mine);
  get diagnostics gone = row_count;
  perform set_config('app.purpose', purpose, true);
  return gone;
end $$;
grant execute on function withdraw_notices(uuid, uuid[]) to lep_app;
