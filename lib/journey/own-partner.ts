import { membershipIn, type Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'

/** The viewer's own organisation in a region with its sector; null for everybody but partners. */
export async function readOwnPartner(db: Db, viewer: Viewer, regionId: string) {
  const membership = membershipIn(viewer, regionId)
  if (membership?.role !== 'partner' || !membership.partnerId) return null
  return db.partner.findUnique({
    where: { regionId_id: { regionId, id: membership.partnerId } },
    select: { id: true, name: true, sector: true },
  })
}
