import { v7 as uuid } from 'uuid'
import type { RegionRole, Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { createThrottle } from '@/lib/db/throttle'
import { Denial } from '@/lib/errors'
import { canInvite } from '@/lib/people/access/rules'
import { endOfInvitation } from '@/lib/people/invitations/rules'
import { MOST_PASTED } from '@/lib/people/pasted/rules'
import type { ChangeInvitations } from '@/lib/people/schema'
import { seatInvited } from '@/lib/people/seating'
import { getRegion } from '@/lib/regions/find'

const allowsResent = createThrottle('resend', 3 * MOST_PASTED, 3600)

/**
 * Sends open or expired invitations again, with a whole new time, or withdraws them; all or
 * nothing. A job mails them. Throws Denial: not-found, forbidden, tooOften, conflict when one of them
 * is settled, or a fault of `entries` where an organisation was set aside meanwhile.
 */
export async function changeInvitations(
  viewer: Viewer,
  { regionId, entries, what, locale }: ChangeInvitations,
): Promise<void> {
  const isAgain = what === 'resend'
  if (isAgain && !(await allowsResent(viewer.userId, entries.length))) {
    throw new Denial('forbidden', 'tooOften')
  }
  const now = new Date()
  await asViewer(viewer, async (db) => {
    await getRegion(db, viewer, { id: regionId })
    const seats = await readSeats(db, viewer, regionId, entries)
    if (isAgain && seats.some(({ isAside }) => isAside)) {
      throw new Denial('invalid', 'entries:setAside')
    }
    const again = { sentAt: now, expiresAt: endOfInvitation(now), locale, mail: 'waiting' }
    const changed = await db.invitation.updateMany({
      where: { regionId, id: { in: entries }, acceptedAt: null, revokedAt: null },
      data: isAgain ? again : { revokedAt: now },
    })
    if (changed.count < entries.length) throw new Denial('conflict')
    const batch = uuid()
    const kind = isAgain ? 'invitation.resent' : 'invitation.revoked'
    await db.activity.createMany({
      data: seats.map(({ id, role, partnerId }) => ({
        ...{ regionId, actorId: viewer.userId, kind, subject: id, batch },
        after: { role, partnerId },
      })),
    })
    if (!isAgain) return
    await seatInvited(db, regionId, entries)
    await db.$executeRaw`select queue_invitations()`
  })
}

/** What some invitations invite to; all of them the viewer's to look after. */
async function readSeats(db: Db, viewer: Viewer, regionId: string, ids: string[]) {
  const found = await db.invitation.findMany({
    where: { regionId, id: { in: ids } },
    select: { id: true, role: true, partnerId: true, partner: { select: { archivedAt: true } } },
  })
  if (found.length < ids.length) throw new Denial('not-found')
  const seats = found.map(({ partner, role, ...one }) => ({
    ...one,
    role: role as RegionRole,
    isAside: Boolean(partner?.archivedAt),
  }))
  if (!seats.every((seat) => canInvite(viewer, regionId, seat))) throw new Denial('forbidden')
  return seats
}
