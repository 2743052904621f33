import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { canBeCandid } from '@/lib/candid/access/rules'
import type { Prioritise, Rate, TakeBack } from '@/lib/candid/schema'
import { fromDay } from '@/lib/dates/days'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getRegion } from '@/lib/regions/find'

/**
 * Keeps how somebody sees an organisation: the coordinator, or a person named who sat with them. An
 * earlier rating of the same person stays and no longer counts. Nothing goes into the region's
 * activity: all members read that. Throws Denial: not-found, forbidden.
 */
export function ratePartner(viewer: Viewer, { regionId, rater: raterName, ...input }: Rate) {
  return candidly({ viewer, regionId }, async (db) => {
    const { partnerId } = input
    await findPresent(db, regionId, partnerId)
    const together = raterName !== ''
    const rater = await findRater(db, viewer, { regionId, raterName })
    await db.partnerRating.createMany({
      data: [
        {
          ...{ regionId, id: uuid(), ...input, rater: rater ?? uuid(), together, raterName },
          ...{ ratedById: viewer.userId, ratedAt: new Date() },
        },
      ],
    })
  })
}

/**
 * Lets a rating count no longer; it stays readable in the history. One's own, or one entered for
 * somebody else. Throws Denial: not-found, forbidden.
 */
export function takeRatingBack(viewer: Viewer, { regionId, id }: TakeBack) {
  return candidly({ viewer, regionId }, async (db) => {
    const rating = await db.partnerRating.findUnique({ where: { regionId_id: { regionId, id } } })
    if (!rating) throw new Denial('not-found')
    const { partnerId, rater, together, raterName, ratedById } = rating
    if (!together && ratedById !== viewer.userId) throw new Denial('forbidden')
    await db.partnerRating.createMany({
      data: [
        {
          ...{ regionId, id: uuid(), partnerId, rater, together, raterName, reason: '' },
          ...{ ratedById: viewer.userId, ratedAt: new Date() },
        },
      ],
    })
  })
}

/**
 * Chooses whether an organisation is among the first to be involved, and what happens next with it.
 * Throws Denial: not-found, forbidden, conflict; a fault of circleReason when a reason is missing.
 */
export function prioritise(viewer: Viewer, { regionId, version, ...input }: Prioritise) {
  return candidly({ viewer, regionId }, async (db) => {
    const { partnerId, firstCircle, circleReason: reason, action, actionBy } = input
    await findPresent(db, regionId, partnerId)
    if (firstCircle && reason === '') throw new Denial('invalid', 'circleReason:reason')
    const written = await db.$executeRaw`
      insert into partner_priorities (region_id, id, partner_id, version, first_circle, reason, action,
        action_by, action_on, decided_by_id, decided_at)
      select ${regionId}::uuid, ${uuid()}::uuid, ${partnerId}::uuid, ${version + 1}, ${firstCircle},
        ${reason}, ${action}, ${actionBy}, ${fromDay(input.actionOn)}::date, ${viewer.userId}::uuid,
        ${new Date()}
      where ${version} = coalesce((select max(version) from partner_priorities
        where region_id = ${regionId}::uuid and partner_id = ${partnerId}::uuid), 0)
      on conflict do nothing`
    if (written === 0) throw await choiceConflict(db, regionId, partnerId)
  })
}

/** Changes of candid data follow one another in a region, and are its coordinators' alone. */
export function candidly<T>(
  { viewer, regionId }: { viewer: Viewer; regionId: string },
  work: (db: Db, region: { timeZone: string }) => Promise<T>,
): Promise<T> {
  return asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      if (!canBeCandid(viewer, regionId)) throw new Denial('forbidden')
      return work(db, region)
    },
    { lock: regionId },
  )
}

/** Throws Denial('not-found') for an organisation that is not there or set aside. */
export async function findPresent(db: Db, regionId: string, id: string): Promise<void> {
  const found = await db.partner.findUnique({
    where: { regionId_id: { regionId, id } },
    select: { archivedAt: true },
  })
  if (!found || found.archivedAt) throw new Denial('not-found')
}

/** What tells this person's ratings from those of others, if there are any yet. */
async function findRater(
  db: Db,
  { userId }: Viewer,
  { regionId, raterName }: { regionId: string; raterName: string },
): Promise<string | null> {
  const [known] = await db.$queryRaw<{ rater: string }[]>`
    select rater from partner_ratings
    where region_id = ${regionId}::uuid
      and case when ${raterName} = '' then not together and rated_by_id = ${userId}::uuid
        else together and lower(rater_name) = lower(${raterName}) end
    order by id desc limit 1`
  return known?.rater ?? null
}

async function choiceConflict(db: Db, regionId: string, partnerId: string): Promise<Denial> {
  const [now] = await db.$queryRaw<
    {
      version: number
      firstCircle: boolean
      reason: string
      action: string
      actionBy: string
      actionOn: string | null
      who: string | null
      when: Date
    }[]
  >`
    select p.version, p.first_circle "firstCircle", p.reason, p.action, p.action_by "actionBy",
      p.action_on::text "actionOn", nullif(u.name, '') who, p.decided_at "when"
    from partner_priorities p left join users u on u.id = p.decided_by_id
    where p.region_id = ${regionId}::uuid and p.partner_id = ${partnerId}::uuid
    order by p.version desc limit 1`
  if (!now) return new Denial('conflict')
  const { version, who, when, action, actionBy } = now
  return new Denial('conflict', undefined, {
    ...{ version, names: {}, who, when },
    fields: {
      ...{ firstCircle: now.firstCircle, circleReason: now.reason },
      ...{ action, actionBy, actionOn: now.actionOn ?? '' },
    },
  })
}
