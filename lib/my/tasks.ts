import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { readTasks } from '@/lib/tasks/read'

const MOST = 60

/**
 * Tasks that wait for the viewer, in every region of theirs: what their organisations are asked,
 * or any partner or its sector is; for coordinators what is theirs to do, and what waits for their
 * look. One statement, however many regions.
 */
export function readMyTasks(db: Db, viewer: Viewer) {
  const { memberships, userId } = viewer
  const regionsAs = (role: string) =>
    memberships.filter((one) => one.role === role).map(({ regionId }) => regionId)
  const partnerIds = memberships.flatMap(({ role, partnerId }) =>
    role === 'partner' && partnerId ? [partnerId] : [],
  )
  const [kept, joined] = [regionsAs('coordinator'), regionsAs('partner')]
  return readTasks(
    db,
    [
      sql`t.region_id = any (${[...kept, ...joined]}::uuid[])`,
      sql`t.archived_at is null and t.state in ('open', 'submitted', 'handed_back', 'proposed')`,
      sql`(exists (select from task_partners o where o.region_id = t.region_id and o.task_id = t.id
          and o.partner_id = any (${partnerIds}::uuid[]) and t.state <> 'proposed'
          and (o.state = 'open' or o.back = 'again'))
        or t.region_id = any (${joined}::uuid[]) and t.state in ('open', 'handed_back')
          and not exists (select from task_partners o where o.region_id = t.region_id
            and o.task_id = t.id and o.partner_id = any (${partnerIds}::uuid[]))
          and (t.for_kind = 'any-partner' or t.for_kind = 'sector' and exists (select
            from partners p where p.region_id = t.region_id and p.sector = t.for_sector
            and p.id = any (${partnerIds}::uuid[])))
        or t.region_id = any (${kept}::uuid[]) and (t.state in ('submitted', 'proposed')
          or t.for_kind = 'coordinator' and t.state = 'open'
            and coalesce(t.assignee_id, ${userId}::uuid) = ${userId}::uuid
          or exists (select from task_partners o where o.region_id = t.region_id
            and o.task_id = t.id and o.back in ('not_us', 'later'))))`,
    ],
    { most: MOST },
  )
}
