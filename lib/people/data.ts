import { membershipIn, type RegionRole, type Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { canKeepPartners } from '@/lib/partners/access/rules'
import { canInvite, canRemove, canSeeActivity, canSeeAddresses } from '@/lib/people/access/rules'
import { invitationState } from '@/lib/people/invitations/rules'
import { filterInvitations, filterMembers, type PeopleFilter } from '@/lib/people/listing/rules'
import { seatsOf } from '@/lib/people/seats'
import { getRegion } from '@/lib/regions/find'

const LATEST_INVITATIONS = 1000

/** The members of a region, the invitations the viewer may look after, and whom they may invite. */
export function listPeople(viewer: Viewer, slug: string, filter: PeopleFilter) {
  const now = new Date()
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const regionId = region.id
    const partners = await db.partner.findMany({
      where: { regionId },
      select: { id: true, name: true, archivedAt: true },
      orderBy: { name: 'asc' },
    })
    const organisation = (id: string | null) =>
      partners.find((partner) => partner.id === id)?.name ?? null
    const knowsActivity = canSeeActivity(viewer, regionId)
    const members = await listMembers(db, viewer, regionId, organisation)
    const invitations = await listInvitations(db, viewer, { regionId, now, organisation })
    const present = partners.filter(({ archivedAt }) => archivedAt === null)
    return {
      ...{ region, now, knowsActivity },
      total: members.length,
      coordinators: members.filter(({ role }) => role === 'coordinator').length,
      members: filterMembers(members, filter, { now, knowsActivity }),
      mayKeepPartners: canKeepPartners(viewer, regionId),
      mayRemove: members.some(({ mayRemove }) => mayRemove),
      invited: invitations.length,
      invitations: filterInvitations(invitations, filter),
      ...seatsOf(viewer, regionId, present),
      membership: membershipIn(viewer, regionId),
    }
  })
}

export type RegionPeople = Awaited<ReturnType<typeof listPeople>>
export type RegionInvitation = RegionPeople['invitations'][number]

type Organisation = (id: string | null) => string | null

async function listMembers(db: Db, viewer: Viewer, regionId: string, organisation: Organisation) {
  const person = { name: true, email: true, lastSeenAt: true, disabledAt: true, mailPausedAt: true }
  const rows = await db.member.findMany({
    where: { regionId },
    select: {
      ...{ id: true, userId: true, role: true, partnerId: true, createdAt: true },
      user: { select: person },
    },
    orderBy: { id: 'asc' },
  })
  const reach = canSeeAddresses(viewer, regionId)
  const knowsActivity = canSeeActivity(viewer, regionId)
  return rows
    .map(({ id, userId, role, partnerId, createdAt, user }) => ({
      id,
      name: user.name,
      email: reach ? user.email : null,
      since: createdAt,
      lastSeenAt: knowsActivity ? user.lastSeenAt : null,
      disabled: user.disabledAt !== null,
      mailPaused: reach && user.mailPausedAt !== null,
      role: role as RegionRole,
      organisation: organisation(partnerId),
      isViewer: userId === viewer.userId,
      mayRemove: canRemove(viewer, regionId, { userId }),
    }))
    .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || a.name.localeCompare(b.name))
}

const ORDER: RegionRole[] = ['coordinator', 'partner', 'observer']

async function listInvitations(
  db: Db,
  viewer: Viewer,
  { regionId, now, organisation }: { regionId: string; now: Date; organisation: Organisation },
) {
  const rows = await db.invitation.findMany({
    where: { regionId },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: LATEST_INVITATIONS,
  })
  return rows.flatMap((row) => {
    const seat = { role: row.role as RegionRole, partnerId: row.partnerId }
    if (!canInvite(viewer, regionId, seat)) return []
    const { id, email, name, sentAt, expiresAt, acceptedAt, mail } = row
    return {
      ...{ id, email, name, sentAt, expiresAt, acceptedAt },
      role: seat.role,
      organisation: organisation(row.partnerId),
      mail: mail as 'waiting' | 'sent' | 'refused',
      state: invitationState(row, now),
    }
  })
}
