import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canKeepPartners } from '@/lib/partners/access/rules'
import { canInvite, type Seat } from '@/lib/people/access/rules'
import type { Situation } from '@/lib/people/pasted/deciding/rules'

/**
 * What there is to know of a region before anybody is invited to it by a list, in which `fallback`
 * is the seat of those of whom it says nothing. Throws Denial: forbidden, or a fault of `seat`.
 */
export async function readSituation(
  db: Db,
  viewer: Viewer,
  regionId: string,
  { addresses, fallback }: { addresses: string[]; fallback: Seat },
): Promise<Situation> {
  if (!canInvite(viewer, regionId, fallback)) throw new Denial('forbidden')
  const partners = await db.partner.findMany({
    where: { regionId, archivedAt: null },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  if (fallback.partnerId && !partners.some(({ id }) => id === fallback.partnerId)) {
    throw new Denial('invalid', 'seat:invalid')
  }
  const members = await db.member.findMany({
    where: { regionId, user: { email: { in: addresses } } },
    select: { user: { select: { email: true } } },
  })
  const invited = await db.invitation.findMany({
    where: { regionId, email: { in: addresses }, acceptedAt: null, revokedAt: null },
    select: { email: true },
  })
  return {
    partners,
    members: new Set(members.map(({ user }) => user.email)),
    invited: new Set(invited.map(({ email }) => email)),
    mayOffer: (seat) => canInvite(viewer, regionId, seat),
    mayAdd: canKeepPartners(viewer, regionId),
  }
}
