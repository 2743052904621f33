import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { mailLastCoordinatorLeft } from '@/lib/mail/last-coordinator'
import { readPlaces } from '@/lib/people/ending'
import { type Colleague, heirsOf, isLastCoordinator, successorsOf } from '@/lib/people/ending/rules'
import type { Leave, WhichMember } from '@/lib/people/schema'
import { getRegion } from '@/lib/regions/find'

/**
 * Ends somebody's membership at once; their open tasks go to `heir` or stay with the organisation.
 * Gives the region's name in addresses. Throws Denial: not-found, forbidden, a fault of `heir`.
 */
export async function removeMember(
  viewer: Viewer,
  { regionId, id, heir }: WhichMember,
): Promise<string> {
  const { region, told } = await asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      const { member, colleagues } = await readPlaces(db, viewer, regionId, id)
      const heirId = findHeir(heir, heirsOf(member, colleagues))
      const ending = { regionId, member, heirId, kind: 'member.removed' }
      return { region, told: await endMembership(db, viewer, ending) }
    },
    { lock: regionId },
  )
  await mailLastCoordinatorLeft(told, region)
  return region.slug
}

/**
 * Ends the viewer's own membership. A last coordinator names who coordinates from now on; staff hear
 * of it where nobody else is there. Throws Denial: not-found, a fault of `heir` or `successor`.
 */
export async function leaveRegion(
  viewer: Viewer,
  { regionId, heir, successor }: Leave,
): Promise<void> {
  const { region, told } = await asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      const { member, colleagues } = await readPlaces(db, viewer, regionId, null)
      const next = isLastCoordinator(member, colleagues)
        ? await handOver(db, viewer, regionId, successor, successorsOf(member, colleagues))
        : null
      const heirId = next?.userId ?? findHeir(heir, heirsOf(member, colleagues))
      const ending = { regionId, member, heirId, kind: 'member.left' }
      return { region, told: await endMembership(db, viewer, ending) }
    },
    { lock: regionId },
  )
  await mailLastCoordinatorLeft(told, region)
}

function findHeir(id: string | undefined, heirs: readonly Colleague[]): string | null {
  if (!id) return null
  const heir = heirs.find((one) => one.id === id)
  if (!heir) throw new Denial('invalid', 'heir:invalid')
  return heir.userId
}

/** Makes another member the coordinator; null where there is nobody who could be. */
async function handOver(
  db: Db,
  viewer: Viewer,
  regionId: string,
  id: string | undefined,
  successors: readonly Colleague[],
): Promise<Colleague | null> {
  if (successors.length === 0) return null
  if (!id) throw new Denial('invalid', 'successor:required')
  const next = successors.find((one) => one.id === id)
  if (!next) throw new Denial('invalid', 'successor:invalid')
  const { role, partnerId, userId } = next
  await db.member.updateMany({
    where: { regionId, id },
    data: { role: 'coordinator', partnerId: null },
  })
  await db.activity.createMany({
    data: [
      {
        ...{ regionId, actorId: viewer.userId, kind: 'member.handed-over', subject: userId },
        ...{ before: { role, partnerId }, after: { role: 'coordinator', partnerId: null } },
      },
    ],
  })
  return next
}

interface Leaving {
  regionId: string
  member: Colleague
  heirId: string | null
  kind: string
}

/** Removes the row, notes it, and gives the staff to tell if that was the last coordinator. */
async function endMembership(db: Db, viewer: Viewer, { regionId, member, heirId, kind }: Leaving) {
  const { id, userId, role, partnerId } = member
  await db.$executeRaw`select hand_tasks(${regionId}::uuid, ${userId}::uuid, ${heirId}::uuid)`
  const ended = await db.member.deleteMany({ where: { regionId, id } })
  if (ended.count === 0) throw new Denial('conflict')
  await db.activity.createMany({
    data: [
      { regionId, actorId: viewer.userId, kind, subject: userId, before: { role, partnerId } },
    ],
  })
  if (role !== 'coordinator') return []
  return db.$queryRaw<{ email: string; locale: string | null }[]>`
    select email, locale from tell_last_coordinator_left(${regionId}::uuid, ${uuid()}::uuid)`
}
