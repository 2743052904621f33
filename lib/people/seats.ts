import { membershipIn, type Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { canInvite } from '@/lib/people/access/rules'
import { getRegion } from '@/lib/regions/find'

/** The seats of a region that the viewer may offer; without any of them both lists are empty. */
export function listSeats(viewer: Viewer, slug: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const partners = await db.partner.findMany({
      where: { regionId: region.id, archivedAt: null },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    })
    return { region, ...seatsOf(viewer, region.id, partners) }
  })
}

/** The seats that the viewer may offer, given the organisations that are not set aside. */
export function seatsOf(
  viewer: Viewer,
  regionId: string,
  partners: readonly { id: string; name: string }[],
) {
  const roles = (['observer', 'coordinator'] as const).filter((role) =>
    canInvite(viewer, regionId, { role, partnerId: null }),
  )
  const organisations = partners
    .filter(({ id }) => canInvite(viewer, regionId, { role: 'partner', partnerId: id }))
    .map(({ id, name }) => ({ id, name }))
  const asColleague = roles.length === 0 && membershipIn(viewer, regionId)?.role === 'partner'
  return { roles, organisations, asColleague }
}

export type Seats = ReturnType<typeof seatsOf>
