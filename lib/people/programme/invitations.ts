import { v7 as uuid } from 'uuid'
import type { ProgrammeRole, Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { mailProgrammeInvitation } from '@/lib/mail/invitation'
import { canManagePeople } from '@/lib/people/access/rules'
import { refuseFlood, type Invited } from '@/lib/people/invitations'
import { endOfInvitation, INVITATION_DAYS, invitationState } from '@/lib/people/invitations/rules'
import { noteProgramme } from '@/lib/people/programme/log'
import type {
  ProgrammeInvite,
  ProgrammeResend,
  WhichProgrammeInvitation,
} from '@/lib/people/schema'

const LATEST = 100

/** The latest invitations to the programme; for administrators, not-found to everybody else. */
export async function listProgrammeInvitations(db: Db, now: Date) {
  const rows = await db.programmeInvitation.findMany({ orderBy: { sentAt: 'desc' }, take: LATEST })
  return rows.map(({ id, email, role, sentAt, expiresAt, acceptedAt, revokedAt }) => ({
    ...{ id, email, sentAt, expiresAt },
    role: role as ProgrammeRole,
    organisation: null,
    state: invitationState({ expiresAt, acceptedAt, revokedAt }, now),
  }))
}

/**
 * Invites staff or an administrator and mails them; who has an account gets the role at once.
 * Throws Denial: not-found, tooOften, faults of email (member: has a role, invited: is invited).
 */
export async function inviteToProgramme(
  viewer: Viewer,
  { email, role, locale }: ProgrammeInvite,
): Promise<Invited> {
  requireAdmin(viewer)
  await refuseFlood(viewer)
  const now = new Date()
  const id = uuid()
  const joined = await asViewer(viewer, async (db) => {
    await refuseKnown(db, email)
    await db.programmeInvitation.createMany({
      data: [
        {
          id,
          email,
          role,
          invitedById: viewer.userId,
          sentAt: now,
          expiresAt: endOfInvitation(now),
        },
      ],
    })
    await noteProgramme(db, viewer, { kind: 'programme.invited', subject: id, after: { role } })
    return grantAtOnce(db, viewer, { id, email, role })
  })
  return { id, joined, mailed: await send(viewer, { email, role, locale }) }
}

/** Mails an invitation again, with a whole new time. Throws Denial, conflict when it is settled. */
export async function resendProgrammeInvitation(
  viewer: Viewer,
  { id, locale }: ProgrammeResend,
): Promise<Invited> {
  requireAdmin(viewer)
  await refuseFlood(viewer)
  const now = new Date()
  const kept = await asViewer(viewer, async (db) => {
    const invitation = await settleOpen(db, id, { sentAt: now, expiresAt: endOfInvitation(now) })
    const role = invitation.role as ProgrammeRole
    await noteProgramme(db, viewer, { kind: 'programme.resent', subject: id, after: { role } })
    const { email } = invitation
    return { email, role, joined: await grantAtOnce(db, viewer, { id, email, role }) }
  })
  return { id, joined: kept.joined, mailed: await send(viewer, { ...kept, locale }) }
}

/** Withdraws an open invitation to the programme. Throws Denial, conflict when it is settled. */
export async function revokeProgrammeInvitation(
  viewer: Viewer,
  { id }: WhichProgrammeInvitation,
): Promise<void> {
  requireAdmin(viewer)
  await asViewer(viewer, async (db) => {
    const { role } = await settleOpen(db, id, { revokedAt: new Date() })
    await noteProgramme(db, viewer, { kind: 'programme.revoked', subject: id, after: { role } })
  })
}

/** To everybody else the programme's doors do not exist. */
export function requireAdmin(viewer: Viewer) {
  if (!canManagePeople(viewer)) throw new Denial('not-found')
}

async function settleOpen(
  db: Db,
  id: string,
  data: { sentAt: Date; expiresAt: Date } | { revokedAt: Date },
) {
  const invitation = await db.programmeInvitation.findUnique({ where: { id } })
  if (!invitation) throw new Denial('not-found')
  const where = { id, acceptedAt: null, revokedAt: null }
  const changed = await db.programmeInvitation.updateMany({ where, data })
  if (changed.count === 0) throw new Denial('conflict')
  return invitation
}

/** A role is changed by withdrawing it first, so that no invitation takes rights away unseen. */
async function refuseKnown(db: Db, email: string) {
  const person = await db.user.findUnique({ where: { email }, select: { programmeRole: true } })
  if (person?.programmeRole) throw new Denial('invalid', 'email:member')
  const open = await db.programmeInvitation.findFirst({
    where: { email, acceptedAt: null, revokedAt: null },
    select: { id: true },
  })
  if (open) throw new Denial('invalid', 'email:invited')
}

async function grantAtOnce(
  db: Db,
  viewer: Viewer,
  { id, email, role }: { id: string; email: string; role: ProgrammeRole },
): Promise<boolean> {
  const person = await db.user.findUnique({ where: { email }, select: { id: true } })
  if (!person) return false
  const granted = await db.user.updateMany({
    where: { id: person.id, disabledAt: null, programmeRole: null },
    data: { programmeRole: role, version: { increment: 1 } },
  })
  if (granted.count === 0) return false
  await db.programmeInvitation.updateMany({ where: { id }, data: { acceptedAt: new Date() } })
  await noteProgramme(db, viewer, { kind: 'role.granted', subject: person.id, after: { role } })
  return true
}

function send(
  viewer: Viewer,
  { email, role, locale }: { email: string; role: ProgrammeRole; locale: string },
): Promise<boolean> {
  const inviter = viewer.name || viewer.email
  return mailProgrammeInvitation({ to: email, locale, inviter, role, days: INVITATION_DAYS })
}
