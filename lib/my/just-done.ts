import type { Db } from '@/lib/db/as-viewer'

/** Something the viewer did within the last ten minutes and has not taken back. */
export interface DoneRow {
  id: string
  regionId: string
  kind: string
  subject: string
  /** The task's title; null for what the guidebook names. */
  task: string | null
  /** How many other tasks were changed with it. */
  more: number
  at: Date
  batch: string | null
  mine: true
  undone: false
}

const MOST = 3

/**
 * What the viewer did a moment ago in these regions, newest first, tasks that were changed at once
 * as one: one statement.
 */
export function readJustDone(db: Db, regionIds: string[]): Promise<DoneRow[]> {
  return db.$queryRaw<DoneRow[]>`
    select d.id, d.region_id "regionId", d.kind, d.subject, d.at, d.batch, true mine, false undone,
      case when d.kind like 'task.%' then d.after ->> 'title' end task,
      (select count(*) from activities b where b.region_id = d.region_id and b.batch = d.batch
        and b.kind = d.kind and b.id <> d.id)::int more
    from (
      select distinct on (coalesce(a.batch, a.id)) a.*
      from unnest(${regionIds}::uuid[]) as r(id)
      cross join lateral (
        select * from activities own where own.region_id = r.id
          and own.actor_id = (select app_user()) order by own.id desc limit 8) a
      where a.undoes is null and a.at > now() - interval '10 minutes'
        and case when a.kind like 'task.%' then a.before ? 'was' or a.batch is not null
          else a.kind in ('tick.changed', 'milestone.changed') and a.batch is null end
        and not exists (select from activities u where u.region_id = a.region_id
          and u.undoes = a.id)
      order by coalesce(a.batch, a.id), a.before ? 'was' desc nulls last, a.id desc) d
    order by d.id desc limit ${MOST}`
}
