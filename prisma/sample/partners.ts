import { type Gain, PARTNER_STATUSES, type Sector } from '../../lib/partners/rules'
import type { Row } from '../as-owner'
import { officeHour, workday } from './calendar'
import type { Chance } from './chance'
import type { Entry } from './history'
import { describePartner } from './ecosystem/register'
import type { PartnerPlan, RegionPlan } from './plan'

/** What organisations of a sector most often say that they gain. */
const GAINS = {
  public: ['networking', 'visibility'],
  education_research: ['learning', 'networking'],
  business: ['learning'],
  creative_civil: ['visibility', 'funding'],
} as const satisfies Record<Sector, readonly Gain[]>

type Place = { regionId: string; anchor: string; coordinator: string; chance: Chance }

/** A region's organisations, how each came nearer step by step, and their ids by name. */
export function composePartners(plan: RegionPlan, place: Place) {
  const ids = new Map<string, string>()
  const rows: Row[] = []
  const entries: Entry[] = []
  const standings: Row[] = []
  for (const [index, partner] of plan.partners.entries()) {
    const [name, sector, status, city, ...marks] = partner
    const addedAgo = Math.max(
      1,
      Math.round(plan.created * (1 - (0.6 * index) / plan.partners.length)),
    )
    const at = officeHour(workday(place.anchor, addedAgo), 1 + (index % 4), place.chance.below(200))
    const id = place.chance.id(at)
    ids.set(name, id)
    rows.push({
      region_id: place.regionId,
      ...{ id, name, sector, status, city },
      subtype: marks.find((mark) => mark === 'creative' || mark === 'civil_society') ?? '',
      micro_player: marks.includes('micro'),
      intermediary: marks.includes('bridge'),
      ...describePartner(plan, partner),
      gains: status === 'engaged' || status === 'committed' ? GAINS[sector] : [],
      created_at: at,
    })
    const path = approach(partner, { id, addedAgo, at }, place)
    entries.push(...path)
    standings.push(
      ...path.map(({ at: then, after }) => ({
        ...{ region_id: place.regionId, partner_id: id },
        ...{ status: (after as { status: string }).status, since: then.toISOString().slice(0, 10) },
      })),
    )
  }
  const partnerId = (name: string) => {
    const id = ids.get(name)
    if (!id) throw new Error(`${plan.name} has no partner ${name}.`)
    return id
  }
  return { rows, standings, entries, partnerId }
}

/** From being listed to the present status, one change after the other. */
function approach(
  [name, sector, status]: PartnerPlan,
  { id, addedAgo, at }: { id: string; addedAgo: number; at: Date },
  { anchor, coordinator, chance }: Place,
): Entry[] {
  const nearer = PARTNER_STATUSES.slice(1, PARTNER_STATUSES.indexOf(status) + 1)
  // Who left had been engaged, and was never committed.
  const path = status === 'left' ? ['contacted', 'engaged', 'left'] : nearer
  const about = { actorId: coordinator, step: null, subject: id }
  const entries: Entry[] = [
    {
      ...about,
      at,
      kind: 'partner.added',
      before: null,
      after: { name, sector, status: 'identified' },
    },
  ]
  const pace = Math.max(1, Math.floor((addedAgo - 1) / (path.length + 2)))
  let before = 'identified'
  for (const [index, after] of path.entries()) {
    const daysAgo = Math.max(1, addedAgo - pace * (index + 1) - chance.below(pace))
    entries.push({
      ...about,
      at: officeHour(workday(anchor, daysAgo), 8 + index, chance.below(180)),
      kind: 'partner.changed',
      before: { name, status: before },
      after: { name, status: after },
    })
    before = after
  }
  return entries
}
