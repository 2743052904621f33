import { membershipIn, type RegionRole, type Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { canInvite, canRemove, canSeeAddresses } from '@/lib/people/access/rules'
import { invitationState } from '@/lib/people/invitations/rules'
import { getRegion } from '@/lib/regions/find'

const LATEST_INVITATIONS = 200

/** The members of a region, the invitations the viewer may look after, and whom they may invite. */
export function listPeople(viewer: Viewer, slug: string) {
  const now = new Date()
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const partners = await db.partner.findMany({
      where: { regionId: region.id },
      select: { id: true, name: true, archivedAt: true },
      orderBy: { name: 'asc' },
    })
    const organisation = (id: string | null) =>
      partners.find((partner) => partner.id === id)?.name ?? null
    const present = partners.filter(({ archivedAt }) => archivedAt === null)
    return {
      region,
      now,
      members: await listMembers(db, viewer, region.id, organisation),
      invitations: await listInvitations(db, viewer, { regionId: region.id, now, organisation }),
      ...listSeats(viewer, region.id, present),
      membership: membershipIn(viewer, region.id),
    }
  })
}

export type RegionPeople = Awaited<ReturnType<typeof listPeople>>
export type RegionMember = RegionPeople['members'][number]
export type RegionInvitation = RegionPeople['invitations'][number]

type Organisation = (id: string | null) => string | null

async function listMembers(db: Db, viewer: Viewer, regionId: string, organisation: Organisation) {
  const rows = await db.member.findMany({
    where: { regionId },
    select: {
      id: true,
      userId: true,
      role: true,
      partnerId: true,
      user: {
        select: { name: true, email: true, lastSeenAt: true, disabledAt: true, mailPausedAt: true },
      },
    },
    orderBy: { id: 'asc' },
  })
  const reach = canSeeAddresses(viewer, regionId)
  return rows
    .map(({ id, userId, role, partnerId, user }) => ({
      id,
      name: user.name,
      email: reach ? user.email : null,
      lastSeenAt: user.lastSeenAt,
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
    orderBy: { sentAt: 'desc' },
    take: LATEST_INVITATIONS,
  })
  return rows.flatMap(
    ({ id, email, role, partnerId, sentAt, expiresAt, acceptedAt, revokedAt }) => {
      const seat = { role: role as RegionRole, partnerId }
      if (!canInvite(viewer, regionId, seat)) return []
      const state = invitationState({ expiresAt, acceptedAt, revokedAt }, now)
      return {
        id,
        email,
        role: seat.role,
        organisation: organisation(partnerId),
        sentAt,
        expiresAt,
        state,
      }
    },
  )
}

/** The seats the viewer may offer. */
function listSeats(viewer: Viewer, regionId: string, partners: { id: string; name: string }[]) {
  const roles = (['observer', 'coordinator'] as const).filter((role) =>
    canInvite(viewer, regionId, { role, partnerId: null }),
  )
  const organisations = partners.filter(({ id }) =>
    canInvite(viewer, regionId, { role: 'partner', partnerId: id }),
  )
  return { roles, organisations: organisations.map(({ id, name }) => ({ id, name })) }
}
