import { v7 as uuid } from 'uuid'
import { membershipIn, type Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { mailLastCoordinatorLeft } from '@/lib/mail/last-coordinator'
import { canRemove } from '@/lib/people/access/rules'
import type { Leave, WhichMember } from '@/lib/people/schema'
import { getRegion } from '@/lib/regions/find'

/** Ends somebody's membership at once. Throws Denial: not-found, forbidden. */
export async function removeMember(viewer: Viewer, { regionId, id }: WhichMember): Promise<void> {
  const { region, told } = await asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      const member = await db.member.findUnique({ where: { regionId_id: { regionId, id } } })
      if (!member) throw new Denial('not-found')
      if (!canRemove(viewer, regionId, member)) throw new Denial('forbidden')
      return { region, told: await endMembership(db, viewer, member, 'member.removed') }
    },
    { lock: regionId },
  )
  await mailLastCoordinatorLeft(told, region)
}

/** Ends the viewer's own membership; staff hear of it when no coordinator is left. */
export async function leaveRegion(viewer: Viewer, { regionId }: Leave): Promise<void> {
  const { region, told } = await asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      if (!membershipIn(viewer, regionId)) throw new Denial('not-found')
      const { userId } = viewer
      const member = await db.member.findUnique({
        where: { regionId_userId: { regionId, userId } },
      })
      if (!member) throw new Denial('not-found')
      return { region, told: await endMembership(db, viewer, member, 'member.left') }
    },
    { lock: regionId },
  )
  await mailLastCoordinatorLeft(told, region)
}

interface Ending {
  regionId: string
  id: string
  userId: string
  role: string
  partnerId: string | null
}

/** Removes the row, notes it, and gives the staff to tell if that was the last coordinator. */
async function endMembership(db: Db, viewer: Viewer, member: Ending, kind: string) {
  const { regionId, id, userId, role, partnerId } = member
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
