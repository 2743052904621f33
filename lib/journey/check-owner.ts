import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import type { Owner } from '@/lib/journey/access/rules'

/** Throws a fault of the field `owner` for an organisation that is not one of the region's. */
export async function checkOwner(db: Db, regionId: string, owner: Owner): Promise<void> {
  if (owner.kind !== 'partner') return
  const where = { regionId_id: { regionId, id: owner.partnerId } }
  if (!(await db.partner.findUnique({ where, select: { id: true } }))) {
    throw new Denial('invalid', 'owner:invalid')
  }
}
