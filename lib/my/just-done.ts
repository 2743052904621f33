import type { Db } from '@/lib/db/as-viewer'

/** Something the viewer did within the last ten minutes and has not taken back. */
export interface DoneRow {
  id: string
  regionId: string
  kind: string
  subject: string
  at: Date
  batch: string | null
  mine: true
  undone: false
}

const MOST = 3

/** What the viewer did a moment ago in these regions, newest first: one statement. */
export function readJustDone(db: Db, regionIds: string[]): Promise<DoneRow[]> {
  return db.$queryRaw<DoneRow[]>`
    select a.id, a.region_id "regionId", a.kind, a.subject, a.at, a.batch, true mine, false undone
    from unnest(${regionIds}::uuid[]) as r(id)
    cross join lateral (
      select * from activities own where own.region_id = r.id
        and own.actor_id = (select app_user()) order by own.id desc limit 8) a
    where a.kind in ('tick.changed', 'milestone.changed') and a.undoes is null
      and a.batch is null and a.at > now() - interval '10 minutes'
      and not exists (select from activities u where u.region_id = a.region_id and u.undoes = a.id)
    order by a.id desc limit ${MOST}`
}
