import type { Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'

/** One entry of a region's feed; `actor` is null for someone who is no longer known. */
export interface ActivityEntry {
  id: string
  at: Date
  actor: string | null
  kind: string
  step: string | null
  subject: string
  before: unknown
  after: unknown
}

/** The latest entries of a region, or of one of its steps, newest first: one statement. */
export function listActivity(
  db: Db,
  regionId: string,
  { take, step }: { take: number; step: string | null },
): Promise<ActivityEntry[]> {
  const ofStep = step ? sql`and a.step = ${step}` : sql``
  return db.$queryRaw<ActivityEntry[]>`
    select a.id, a.at, nullif(u.name, '') actor, a.kind, a.step, a.subject, a.before, a.after
    from activities a left join users u on u.id = a.actor_id
    where a.region_id = ${regionId}::uuid ${ofStep}
    order by a.id desc limit ${take}`
}
