import type { Viewer } from '@/lib/auth/rules'
import { canBeCandid } from '@/lib/candid/access/rules'
import type { Db } from '@/lib/db/as-viewer'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { getRegion } from '@/lib/regions/find'

/** One person's view of an organisation, as it stands on a day. */
export interface StandingRating {
  id: string
  partnerId: string
  /** The coordinator who entered it, if that person is still known. */
  ratedById: string | null
  ratedBy: string | null
  together: boolean
  raterName: string
  influence: number
  interest: number
  reason: string
  ratedOn: string
}

/** What was last chosen about an organisation. */
export interface Choice {
  partnerId: string
  version: number
  firstCircle: boolean
  reason: string
  action: string
  actionBy: string
  actionOn: string | null
  decidedBy: string | null
  decidedOn: string
}

/** A region for its coordinators, with today's day there; to all others candid data do not exist. */
export async function getCandidRegion(db: Db, viewer: Viewer, slug: string) {
  const region = await getRegion(db, viewer, { slug })
  if (!canBeCandid(viewer, region.id)) throw new Denial('not-found')
  return { ...region, today: dayIn(region.timeZone, new Date()) }
}

type Region = Awaited<ReturnType<typeof getCandidRegion>>

/** Each person's latest rating of each organisation up to the end of a day; what was taken back is left out. */
export function readRatings(
  db: Db,
  { id, timeZone }: Region,
  { on, partner = null }: { on: string; partner?: string | null },
): Promise<StandingRating[]> {
  return db.$queryRaw<StandingRating[]>`
    select r.id, r.partner_id "partnerId", r.rated_by_id "ratedById", nullif(u.name, '') "ratedBy",
      r.together, r.rater_name "raterName", r.influence, r.interest, r.reason,
      (r.rated_at at time zone ${timeZone})::date::text "ratedOn"
    from (
      select distinct on (partner_id, rater) * from partner_ratings
      where region_id = ${id}::uuid and rated_at < (${on}::date + 1)::timestamp at time zone ${timeZone}
        and (${partner}::uuid is null or partner_id = ${partner}::uuid)
      order by partner_id, rater, rated_at desc, id desc
    ) r left join users u on u.id = r.rated_by_id
    where r.influence is not null order by r.rated_at, r.id`
}

/** What was last chosen about each organisation up to the end of a day. */
export function readChoices(
  db: Db,
  { id, timeZone }: Region,
  { on, partner = null }: { on: string; partner?: string | null },
): Promise<Choice[]> {
  return db.$queryRaw<Choice[]>`
    select distinct on (p.partner_id) p.partner_id "partnerId", p.version, p.first_circle "firstCircle",
      p.reason, p.action, p.action_by "actionBy", p.action_on::text "actionOn",
      nullif(u.name, '') "decidedBy", (p.decided_at at time zone ${timeZone})::date::text "decidedOn"
    from partner_priorities p left join users u on u.id = p.decided_by_id
    where p.region_id = ${id}::uuid
      and p.decided_at < (${on}::date + 1)::timestamp at time zone ${timeZone}
      and (${partner}::uuid is null or p.partner_id = ${partner}::uuid)
    order by p.partner_id, p.version desc`
}

/** Names to choose from where somebody is to do something: those who coordinate the region. */
export async function readCoordinators(db: Db, regionId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select u.name from members m join users u on u.id = m.user_id
    where m.region_id = ${regionId}::uuid and m.role = 'coordinator' and u.name <> '' order by m.id`
  return rows.map(({ name }) => name)
}
