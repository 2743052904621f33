import type { Db } from '@/lib/db/as-viewer'

const open = () => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } })

/** How someone with this address is called who is awaited in a region or in the programme, or null. */
export async function findInvited(db: Db, email: string): Promise<{ name: string } | null> {
  const where = { email, ...open() }
  const newest = { sentAt: 'desc' } as const
  const regional = await db.invitation.findFirst({ where, select: { name: true }, orderBy: newest })
  if (regional) return regional
  const wanted = await db.programmeInvitation.findFirst({ where, select: { id: true } })
  return wanted && { name: '' }
}

/** Turns every open invitation of a person into a membership or programme role, at sign-in. */
export async function acceptInvitations(db: Db, person: { id: string; email: string }) {
  const where = { email: person.email, ...open() }
  for (const invitation of await db.invitation.findMany({ where })) {
    const { regionId, id, role, partnerId } = invitation
    const place = { regionId, userId: person.id, role, partnerId }
    const joined = await db.member.createMany({ data: [place], skipDuplicates: true })
    await db.invitation.update({
      where: { regionId_id: { regionId, id } },
      data: { acceptedAt: new Date() },
    })
    if (joined.count === 0) continue
    await db.activity.create({
      data: {
        regionId,
        actorId: person.id,
        kind: 'member.joined',
        subject: person.id,
        after: { role, partnerId },
      },
    })
  }
  await acceptProgrammeRoles(db, person)
}

async function acceptProgrammeRoles(db: Db, person: { id: string; email: string }) {
  const where = { email: person.email, ...open() }
  for (const { id, role } of await db.programmeInvitation.findMany({ where })) {
    await db.user.update({ where: { id: person.id }, data: { programmeRole: role } })
    await db.programmeInvitation.update({ where: { id }, data: { acceptedAt: new Date() } })
    await db.programmeActivity.create({
      data: { actorId: person.id, kind: 'role.accepted', subject: person.id, after: { role } },
    })
  }
}
