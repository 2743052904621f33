import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { canManagePeople } from '@/lib/people/access/rules'
import { requireProgramme } from '@/lib/regions/create'

const MOST_WAITING = 50

/** The viewer's own regions by name, each with where it stands. */
export function listMyRegions(viewer: Viewer) {
  return asViewer(viewer, async (db) => {
    const summaries = await db.regionSummary.findMany({
      where: { regionId: { in: viewer.memberships.map(({ regionId }) => regionId) } },
      select: { regionId: true, stage: true, reachedStep: true },
    })
    return viewer.memberships.map(({ regionId, slug, name, role }) => {
      const summary = summaries.find((one) => one.regionId === regionId)
      return {
        slug,
        name,
        role,
        stage: summary?.stage ?? 0,
        reachedStep: summary?.reachedStep ?? 0,
      }
    })
  })
}

interface Waiting {
  slug: string
  name: string
  country: string
  invited: boolean
}

/**
 * What the programme's staff look after: regions without a coordinator who may sign in, by name, and whether
 * one is invited. Throws Denial('not-found') to everybody else.
 */
export async function getProgramme(viewer: Viewer) {
  requireProgramme(viewer)
  return asViewer(viewer, async (db) => {
    const rows = await db.$queryRaw<Waiting[]>`
      select s.slug, s.name, s.country, exists (
        select from invitations i where i.region_id = s.region_id and i.role = 'coordinator'
          and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()) invited
      from region_summaries s
      where not exists (
        select from members m join users u on u.id = m.user_id and u.disabled_at is null
        where m.region_id = s.region_id and m.role = 'coordinator')
      order by s.name_key, s.region_id limit ${MOST_WAITING + 1}`
    return {
      waiting: rows.slice(0, MOST_WAITING),
      hasMore: rows.length > MOST_WAITING,
      managesPeople: canManagePeople(viewer),
    }
  })
}
