import { membershipIn, type RegionRole, type Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canRemove } from '@/lib/people/access/rules'
import { type Colleague, heirsOf, isLastCoordinator, successorsOf } from '@/lib/people/ending/rules'
import { getRegion } from '@/lib/regions/find'

/** Tasks that are named on the page; of more it says how many. */
const NAMED_TASKS = 50

/**
 * What happens when somebody's membership ends: the viewer's own without `id`, or that of another.
 * Throws Denial: not-found, forbidden.
 */
export function getEnding(viewer: Viewer, slug: string, id: string | null) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const { member, colleagues } = await readPlaces(db, viewer, region.id, id)
    const tasks = await readTasks(db, region.id, member.userId)
    return {
      ...{ region, member },
      tasks: tasks.slice(0, NAMED_TASKS),
      total: tasks.length,
      heirs: heirsOf(member, colleagues),
      successors: successorsOf(member, colleagues),
      isLast: isLastCoordinator(member, colleagues),
    }
  })
}

export type Ending = Awaited<ReturnType<typeof getEnding>>

/** The member whose place ends and everybody else. Throws Denial: not-found, forbidden. */
export async function readPlaces(db: Db, viewer: Viewer, regionId: string, id: string | null) {
  if (id === null && !membershipIn(viewer, regionId)) throw new Denial('not-found')
  const rows = await db.member.findMany({
    where: { regionId },
    select: {
      ...{ id: true, userId: true, role: true, partnerId: true },
      partner: { select: { name: true } },
      user: { select: { name: true, disabledAt: true } },
    },
    orderBy: { id: 'asc' },
  })
  const places = rows.map(({ user, partner, role, ...place }): Colleague => ({
    ...place,
    role: role as RegionRole,
    name: user.name,
    organisation: partner?.name ?? null,
    isBarred: user.disabledAt !== null,
  }))
  const member = places.find((one) => (id ? one.id === id : one.userId === viewer.userId))
  if (!member) throw new Denial('not-found')
  if (id && !canRemove(viewer, regionId, member)) throw new Denial('forbidden')
  return { member, colleagues: places.filter((one) => one !== member) }
}

/** What is open and asked of this person by name, as a partner's or as a coordinator: one statement. */
function readTasks(db: Db, regionId: string, userId: string) {
  return db.$queryRaw<{ id: string; title: string }[]>`
    select t.id, t.title from tasks t
    join task_partners p on p.region_id = t.region_id and p.task_id = t.id
    where t.region_id = ${regionId}::uuid and p.user_id = ${userId}::uuid and p.state <> 'done'
      and t.archived_at is null
    union all
    select t.id, t.title from tasks t
    where t.region_id = ${regionId}::uuid and t.assignee_id = ${userId}::uuid and t.state <> 'done'
      and t.archived_at is null
    order by 1`
}
