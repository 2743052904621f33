import type { Viewer } from '@/lib/auth/rules'
import { type Place, placeOf } from '@/lib/candid/matrix/rules'
import type { PrioritiesAddress } from '@/lib/candid/schema'
import {
  type Choice,
  getCandidRegion,
  readChoices,
  readCoordinators,
  readRatings,
  type StandingRating,
} from '@/lib/candid/standing'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { nameKey } from '@/lib/journey/projection/rules'
import type { PartnerStatus, Sector } from '@/lib/partners/rules'

/** An organisation on the matrix; `number` is its own on picture and table. */
export interface Prioritised {
  id: string
  number: number
  name: string
  sector: Sector
  place: Place | null
  /** The asking coordinator's own rating. */
  mine: StandingRating | null
  choice: Choice | null
}

interface Listed {
  id: string
  name: string
  sector: Sector
  status: PartnerStatus
}

/** Every organisation of a region with where it is placed, today or on a past day. */
export function listPriorities(viewer: Viewer, slug: string, address: PrioritiesAddress) {
  return asViewer(viewer, async (db) => {
    const region = await getCandidRegion(db, viewer, slug)
    const on = address.on && address.on < region.today ? address.on : region.today
    const listed = await readListed(db, region.id, { on, timeZone: region.timeZone })
    const ratings = Map.groupBy(await readRatings(db, region, { on }), (one) => one.partnerId)
    const choices = await readChoices(db, region, { on })
    const choiceOf = new Map(choices.map((choice) => [choice.partnerId, choice]))
    const all = listed
      .toSorted((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1))
      .map(({ id, name, sector }, index): Prioritised => {
        const own = ratings.get(id) ?? []
        return {
          ...{ id, number: index + 1, name, sector },
          place: placeOf(own),
          mine: own.find((rating) => isMine(viewer, rating)) ?? null,
          choice: choiceOf.get(id) ?? null,
        }
      })
    return { region, on, all, shown: all.filter((one) => isShown(one, address)) }
  })
}

/** One organisation: how each person rates it, what is chosen about it, and how that came about. */
export function getPriority(viewer: Viewer, slug: string, id: string) {
  return asViewer(viewer, async (db) => {
    const region = await getCandidRegion(db, viewer, slug)
    const partner = await db.partner.findUnique({
      where: { regionId_id: { regionId: region.id, id } },
      select: { id: true, name: true, archivedAt: true },
    })
    if (!partner || partner.archivedAt) throw new Denial('not-found')
    const at = { on: region.today, partner: id }
    const ratings = await readRatings(db, region, at)
    const [choice = null] = await readChoices(db, region, at)
    const coordinators = await readCoordinators(db, region.id)
    const history = await readHistory(db, { region: region.id, partner: id }, region.timeZone)
    return {
      region,
      partner: { id: partner.id, name: partner.name },
      ratings: ratings.map((rating) => ({ ...rating, isMine: isMine(viewer, rating) })),
      place: placeOf(ratings),
      ...{ choice, coordinators, history },
    }
  })
}

function isMine({ userId }: Viewer, { ratedById, together }: StandingRating) {
  return ratedById === userId && !together
}

function isShown({ name, place, choice }: Prioritised, { q, show }: PrioritiesAddress) {
  if (!nameKey(name).includes(nameKey(q))) return false
  if (show === null) return true
  if (show === 'unplaced') return place === null
  if (show === 'on-line') return place?.onLine === true
  if (show === 'first-circle') return choice?.firstCircle === true
  return place?.field === show
}

/** Organisations that were on the list by the end of a day and have not been set aside or left. */
function readListed(db: Db, region: string, { on, timeZone }: { on: string; timeZone: string }) {
  return db.$queryRaw<Listed[]>`
    select id, name, sector, status from partners
    where region_id = ${region}::uuid and archived_at is null and status <> 'left'
      and created_at < (${on}::date + 1)::timestamp at time zone ${timeZone}`
}

/** A rating or a choice of the past, newest first; ratings taken back have no values. */
interface Past {
  kind: 'rating' | 'choice'
  day: string
  by: string | null
  together: boolean
  raterName: string
  influence: number | null
  interest: number | null
  firstCircle: boolean
  words: string
}

function readHistory(db: Db, { region, partner }: Record<string, string>, timeZone: string) {
  return db.$queryRaw<Past[]>`
    select h.kind, (h.at at time zone ${timeZone})::date::text "day", nullif(u.name, '') "by", h.together,
      h.rater_name "raterName", h.influence, h.interest, h.first_circle "firstCircle", h.words
    from (
      select 'rating' kind, rated_at at, rated_by_id who, together, rater_name, influence, interest,
        false first_circle, reason words
      from partner_ratings where region_id = ${region}::uuid and partner_id = ${partner}::uuid
      union all
      select 'choice', decided_at, decided_by_id, false, '', null, null, first_circle,
        concat_ws(' / ', nullif(reason, ''), nullif(action, ''))
      from partner_priorities where region_id = ${region}::uuid and partner_id = ${partner}::uuid
    ) h left join users u on u.id = h.who
    order by h.at desc limit 50`
}
