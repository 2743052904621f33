import type { PartnerStatus, Sector } from '../../../lib/partners/rules'
import type { Row } from '../../as-owner'
import { officeHour, workday } from '../calendar'
import { type Chance, chanceFrom } from '../chance'
import type { PartnerPlan, RegionPlan } from '../plan'
import { ACTIONS, CIRCLE_REASONS, HEARD } from './words'
import { YOUNG } from './relations'

type Place = {
  regionId: string
  anchor: string
  coordinator: string
  partnerId: (name: string) => string
}

const INTEREST: Record<PartnerStatus, number> = {
  ...{ identified: 2, contacted: 2, engaged: 4, committed: 5, left: 1 },
}
const INFLUENCE: Record<Sector, number> = {
  ...{ public: 4, education_research: 4, business: 3, creative_civil: 2 },
}

/** How coordinators see their partners, whom they involve first and what they heard. */
export function composeCandid(plan: RegionPlan, place: Place): Record<string, Row[]> {
  const chance = chanceFrom(`${plan.slug} candid`)
  const present = plan.partners.filter(([, , status]) => status !== 'left')
  if (plan.created < YOUNG) return {}
  const circle = present.filter(([, , status]) => status === 'committed')
  return {
    partner_ratings: composeRatings(plan, place, present, chance),
    partner_priorities: circle.map((partner, index) =>
      composeChoice(plan, place, { partner, index }, chance),
    ),
    partner_talks: composeTalks(plan, place, [...circle, ...present.slice(0, 3)], chance),
    next_contacts: circle.slice(0, 5).map(([name], index) => ({
      ...{ region_id: place.regionId, partner_id: place.partnerId(name) },
      due_on: workday(place.anchor, 4 - index * 6),
      who: plan.people[0]?.name ?? '',
      changed_at: officeHour(workday(place.anchor, 12), index, 0),
    })),
  }
}

/** The coordinator placed nearly all, somebody from another sector most of them. */
function composeRatings(plan: RegionPlan, place: Place, present: PartnerPlan[], chance: Chance) {
  const [first, second] = plan.people
  const raters = [
    { rater: place.coordinator, together: false, name: '', share: 94 },
    { rater: chance.id(new Date(0)), together: true, name: second?.name ?? '', share: 78 },
  ]
  if (!first) return []
  return present.flatMap(([name, sector, status], index) =>
    raters.flatMap(({ rater, together, name: raterName, share }) => {
      if (chance.below(100) >= share) return []
      const daysAgo = Math.max(2, Math.round(plan.created * 0.5) - index)
      const at = officeHour(workday(place.anchor, daysAgo), index % 10, chance.below(30))
      const near = (value: number) => Math.min(5, Math.max(1, value + chance.below(3) - 1))
      return [
        {
          ...{ region_id: place.regionId, id: chance.id(at), partner_id: place.partnerId(name) },
          ...{ rater, rated_by_id: place.coordinator, together, rater_name: raterName },
          ...{ influence: near(INFLUENCE[sector]), interest: near(INTEREST[status]) },
          ...{ reason: '', rated_at: at },
        },
      ]
    }),
  )
}

function composeChoice(
  plan: RegionPlan,
  place: Place,
  { partner: [name], index }: { partner: PartnerPlan; index: number },
  chance: Chance,
): Row {
  const at = officeHour(workday(place.anchor, Math.round(plan.created * 0.4)), index, 0)
  const isNext = index < 3
  return {
    ...{ region_id: place.regionId, id: chance.id(at), partner_id: place.partnerId(name) },
    ...{ version: 1, first_circle: true, reason: chance.pick(CIRCLE_REASONS) },
    action: isNext ? chance.pick(ACTIONS) : '',
    action_by: isNext ? (plan.people[0]?.name ?? '') : '',
    action_on: isNext ? workday(place.anchor, -6 - index * 7) : null,
    ...{ decided_by_id: place.coordinator, decided_at: at },
  }
}

function composeTalks(plan: RegionPlan, place: Place, heard: PartnerPlan[], chance: Chance) {
  return heard.map(([name], index): Row => {
    // Some talks are so long ago that it is time for another one.
    const daysAgo = Math.min(plan.created - 2, index % 3 === 0 ? 110 + index : 9 + index * 8)
    const at = officeHour(workday(place.anchor, daysAgo), 4, chance.below(60))
    return {
      ...{ region_id: place.regionId, id: chance.id(at), partner_id: place.partnerId(name) },
      ...{ kind: index % 4 === 3 ? 'note' : 'talk', held_on: workday(place.anchor, daysAgo) },
      people: plan.people[0]?.name ?? '',
      words: chance.pick(HEARD),
      ...{ author_id: place.coordinator, created_at: at },
    }
  })
}
