import { v7 as uuid } from 'uuid'
import type { RegionRole, Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { createThrottle } from '@/lib/db/throttle'
import { Denial } from '@/lib/errors'
import { mailInvitation } from '@/lib/mail/invitation'
import { canInvite, type Seat } from '@/lib/people/access/rules'
import { endOfInvitation, INVITATION_DAYS } from '@/lib/people/invitations/rules'
import type { Invite } from '@/lib/people/schema'
import { seatInvited } from '@/lib/people/seating'
import { getRegion } from '@/lib/regions/find'

const allowsInviter = createThrottle('invite', 100, 3600)

/** What became of an invitation: the person is a member already, and whether the mail went out. */
export interface Invited {
  id: string
  joined: boolean
  mailed: boolean
}

/**
 * Invites somebody and mails them once that is kept; who already has an account is a member at
 * once. Throws Denial: not-found, forbidden, tooOften, faults of email (member, invited) and seat.
 */
export async function invite(
  viewer: Viewer,
  { regionId, email, seat, locale }: Invite,
): Promise<Invited> {
  await refuseFlood(viewer)
  const kept = await asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { id: regionId })
    if (!canInvite(viewer, regionId, seat)) throw new Denial('forbidden')
    const organisation = await findOrganisation(db, regionId, seat)
    await refuseKnown(db, regionId, email)
    return {
      region,
      organisation,
      ...(await keepInvitation(db, viewer, { regionId, email, seat })),
    }
  })
  return send(viewer, { ...kept, email, locale, role: seat.role })
}

/** Writes an invitation into the transaction of `db`; joined if the person is seated already. */
export async function keepInvitation(
  db: Db,
  viewer: Viewer,
  { regionId, email, seat }: { regionId: string; email: string; seat: Seat },
) {
  const id = uuid()
  const now = new Date()
  await db.invitation.createMany({
    data: [
      {
        ...{ regionId, id, email, ...seat },
        invitedById: viewer.userId,
        sentAt: now,
        expiresAt: endOfInvitation(now),
      },
    ],
  })
  await note(db, viewer, { regionId, id, seat })
  return { id, joined: (await seatInvited(db, regionId, [id])) === 1 }
}

/** Throws Denial('forbidden', 'tooOften') after a hundred invitations in an hour. */
export async function refuseFlood(viewer: Viewer) {
  if (!(await allowsInviter(viewer.userId))) throw new Denial('forbidden', 'tooOften')
}

interface ToSend {
  id: string
  joined: boolean
  email: string
  role: RegionRole
  locale: string
  region: { slug: string; name: string }
  organisation: string | null
}

/** Mails what is kept by now: never before the transaction has ended. */
export async function send(viewer: Viewer, kept: ToSend): Promise<Invited> {
  const { id, joined, email, role, locale, region, organisation } = kept
  const mailed = await mailInvitation({
    ...{ role, locale, region, organisation },
    to: email,
    inviter: viewer.name || viewer.email,
    days: INVITATION_DAYS,
  })
  return { id, joined, mailed }
}

/** The name of the organisation a seat belongs to; only present partners have seats. */
async function findOrganisation(db: Db, regionId: string, { partnerId }: Seat) {
  if (!partnerId) return null
  const partner = await db.partner.findFirst({
    where: { regionId, id: partnerId, archivedAt: null },
    select: { name: true },
  })
  if (!partner) throw new Denial('invalid', 'seat:invalid')
  return partner.name
}

async function refuseKnown(db: Db, regionId: string, email: string) {
  const member = await db.member.findFirst({
    where: { regionId, user: { email } },
    select: { id: true },
  })
  if (member) throw new Denial('invalid', 'email:member')
  const open = await db.invitation.findFirst({
    where: { regionId, email, acceptedAt: null, revokedAt: null },
    select: { id: true },
  })
  if (open) throw new Denial('invalid', 'email:invited')
}

async function note(
  db: Db,
  viewer: Viewer,
  { regionId, id, seat }: { regionId: string; id: string; seat: Seat },
) {
  const { role, partnerId } = seat
  const kind = 'member.invited'
  await db.activity.createMany({
    data: [{ regionId, actorId: viewer.userId, kind, subject: id, after: { role, partnerId } }],
  })
}
