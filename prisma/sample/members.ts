import type { Row } from '../as-owner'
import { officeHour, workday } from './calendar'
import type { Chance } from './chance'
import type { Cast, Entry } from './history'
import type { RegionPlan } from './plan'

type Place = {
  regionId: string
  anchor: string
  chance: Chance
  userId: (name: string) => string
  partnerId: (name: string) => string
}

/** A region's members, their joining, and who of them may have made a change on a day. */
export function composeMembers(plan: RegionPlan, place: Place) {
  const people = plan.people.map((person) => {
    const at = officeHour(workday(place.anchor, person.joined), 3, place.chance.below(40))
    const partnerId = person.partner ? place.partnerId(person.partner) : null
    return { ...person, at, partnerId, id: place.chance.id(at), userId: place.userId(person.name) }
  })
  const rows: Row[] = people.map(({ id, userId, role, partnerId, at }) => ({
    region_id: place.regionId,
    id,
    user_id: userId,
    role,
    partner_id: partnerId,
    created_at: at,
  }))
  const entries = people.map(({ at, userId, role, partnerId }): Entry => ({
    at,
    actorId: userId,
    kind: 'member.joined',
    step: null,
    subject: userId,
    before: null,
    after: { role, partnerId },
  }))
  const actorOf =
    (staff: string): Cast['actorOf'] =>
    (by, daysAgo) => {
      if (by === 'staff') return staff
      const there = people.filter((person) => person.role === by && person.joined > daysAgo)
      const coordinators = people.filter((person) => person.role === 'coordinator')
      const [first, ...others] = there.length > 0 ? there : coordinators
      if (!first) throw new Error(`${plan.name} has no coordinator.`)
      return place.chance.pick([first, ...others]).userId
    }
  return { rows, entries, actorOf }
}
