import type { PartnerStatus, Sector } from '../../../lib/partners/rules'
import { pairOf, type RelationKind, type SaidKind } from '../../../lib/relations/rules'
import type { Row } from '../../as-owner'
import { later, officeHour, workday } from '../calendar'
import { type Chance, chanceFrom } from '../chance'
import type { Entry } from '../history'
import type { PartnerPlan, RegionPlan } from '../plan'

/** A region this young has drawn no map yet. */
export const YOUNG = 30

type Place = {
  regionId: string
  anchor: string
  coordinator: string
  partnerId: (name: string) => string
}

type Told = {
  one: PartnerPlan
  said: SaidKind
  other: PartnerPlan
  since: number
  ended: number | null
}

const NEAR: Record<PartnerStatus, number> = {
  ...{ identified: 0, contacted: 1, engaged: 2, committed: 3, left: 1 },
}

/** Sectors between which a younger region has not found a link yet. */
const APART: readonly [readonly [Sector, Sector], ...(readonly [Sector, Sector])[]] = [
  ['business', 'creative_civil'],
  ['public', 'business'],
  ['education_research', 'creative_civil'],
]

/** Who knows, works with and funds whom in a region, and the entry of each. */
export function composeRelations(
  plan: RegionPlan,
  { regionId, anchor, coordinator, partnerId }: Place,
): { rows: Row[]; entries: Entry[] } {
  if (plan.created < YOUNG) return { rows: [], entries: [] }
  const chance = chanceFrom(`${plan.slug} relations`)
  const listed = Math.round(plan.created * 0.55)
  const rows: Row[] = []
  const entries: Entry[] = []
  for (const { one, said, other, since, ended } of listTold(plan, chance)) {
    const pair = pairOf(partnerId(one[0]), said, partnerId(other[0]))
    // What is older came with the first list, the rest as it happened.
    const day = workday(anchor, Math.min(listed, since))
    const at = later(officeHour(day, 5, chance.below(60)), 1 + 4 * rows.length)
    const id = chance.id(at)
    const [begun, over] = [workday(anchor, since), ended === null ? null : workday(anchor, ended)]
    rows.push({
      ...{ region_id: regionId, id, kind: pair.kind, from_id: pair.from, to_id: pair.to },
      ...{ since: begun, ended_on: over, added_by_id: coordinator, created_at: at },
      version: over === null ? 1 : 2,
    })
    const isFirst = pair.from === partnerId(one[0])
    const between = (isFirst ? [one, other] : [other, one]).map(([name]) => name).join(' – ')
    const about = { actorId: coordinator, step: null, subject: id }
    const facts = { between, relation: pair.kind, relationSince: begun, relationEndedOn: null }
    entries.push({ ...about, at, kind: 'relation.added', before: null, after: facts })
    if (over === null) continue
    const then = later(officeHour(over, 6, chance.below(60)), 1 + 4 * rows.length)
    const after = { ...facts, relationEndedOn: over }
    entries.push({ ...about, at: then, kind: 'relation.ended', before: facts, after })
  }
  return { rows, entries }
}

function listTold(plan: RegionPlan, chance: Chance): Told[] {
  const apart = plan.created > 600 ? null : chance.pick(APART)
  return plan.partners.flatMap((one, place) =>
    plan.partners.slice(place + 1).flatMap((other): Told[] => {
      const said = relate(one, other, chance)
      const isGap = apart?.every((sector) => sector === one[1] || sector === other[1])
      if (said === null || (isGap && one[1] !== other[1])) return []
      const since = 20 + chance.below(Math.round(plan.created * 0.9))
      const leaves = one[2] === 'left' || other[2] === 'left' || chance.below(14) === 0
      return [{ one, said, other, since, ended: leaves ? 8 + chance.below(since - 10) : null }]
    }),
  )
}

/** How two organisations relate, if they do: the nearer both are and the more one is a bridge. */
function relate(one: PartnerPlan, other: PartnerPlan, chance: Chance): SaidKind | null {
  const near = NEAR[one[2]] + NEAR[other[2]]
  const bridges = [one, other].filter((partner) => partner.includes('bridge')).length
  const likely = near * 5 + bridges * 18 + (one[1] === other[1] ? 6 : 0)
  if (chance.below(100) >= likely) return null
  const funds = (from: PartnerPlan, to: PartnerPlan) =>
    from[1] === 'public' && to[1] !== 'public' && to[1] !== 'business' && NEAR[from[2]] > 1
  if (funds(one, other) && chance.below(2)) return 'funds'
  if (funds(other, one) && chance.below(2)) return 'funded_by'
  const kind: RelationKind = near >= 4 && chance.below(4) > 0 ? 'works_with' : 'knows'
  return kind
}
