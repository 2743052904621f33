import { SECTORS, type Sector } from '../../../lib/partners/rules'
import type { Row } from '../../as-owner'
import { later, officeHour, workday } from '../calendar'
import { type Chance, chanceFrom } from '../chance'
import type { Entry } from '../history'
import type { PartnerPlan, RegionPlan } from '../plan'
import { emailOf } from '../people'
import { BRINGS, EXPECTS, KINDS, MISSING, NAMES } from './words'
import { YOUNG } from './relations'

type Place = {
  regionId: string
  anchor: string
  coordinator: string
  partnerId: (name: string) => string
}

const isNear = ([, , status]: PartnerPlan) => status === 'engaged' || status === 'committed'

/** What is known of an organisation beyond its name: more of those that are near. */
export function describePartner(plan: RegionPlan, partner: PartnerPlan) {
  const [name, sector] = partner
  const chance = chanceFrom(`${plan.slug} ${name}`)
  const near = isNear(partner)
  return {
    kind: KINDS.find(([known]) => known.test(name))?.[1] ?? '',
    size: sizeOf(partner, chance),
    brings: near ? chance.pick(BRINGS[sector]) : '',
    expects: near ? chance.pick(EXPECTS[sector]) : '',
  }
}

function sizeOf([name, sector, , , ...marks]: PartnerPlan, chance: Chance): string {
  if (marks.includes('micro')) return name.includes(',') ? 'solo' : 'micro'
  if (/univer|hochschul/i.test(name)) return 'large'
  return sector === 'creative_civil' || chance.below(3) === 0 ? 'small' : 'medium'
}

/** People without account, and who is missing in each sector. */
export function composeRegister(plan: RegionPlan, place: Place) {
  const chance = chanceFrom(`${plan.slug} register`)
  return { contacts: composeContacts(plan, place, chance), ...composeVoices(plan, place, chance) }
}

function composeContacts(plan: RegionPlan, place: Place, chance: Chance): Row[] {
  const names = NAMES[plan.country] ?? []
  const near = plan.partners.filter((one) => isNear(one) && !one.includes('micro'))
  return names.flatMap((name, index) => {
    const partner = near[(index * 3) % Math.max(1, near.length)]
    if (!partner) return []
    const at = officeHour(workday(place.anchor, Math.max(1, plan.created - 12 * index)), 2, 0)
    return [
      {
        ...{ region_id: place.regionId, id: chance.id(at), name, added_at: at },
        ...{ partner_id: place.partnerId(partner[0]), email: emailOf(name) },
        role: chance.pick(['Head of training', 'Director', 'Project office', 'Reception']),
      },
    ]
  })
}

/** In two sectors somebody is missing, in one nobody is; the last one nobody has answered yet. */
function composeVoices(plan: RegionPlan, place: Place, chance: Chance) {
  const rows: Row[] = []
  const entries: Entry[] = []
  if (plan.created < YOUNG) return { voices: rows, entries }
  const turn = chance.below(SECTORS.length)
  const sectors = SECTORS.map((_, index) => SECTORS[(index + turn) % 4] as Sector)
  for (const [index, sector] of sectors.slice(0, plan.created > 600 ? 4 : 3).entries()) {
    const nobody = index === 2
    const [who, why] = nobody ? ['', ''] : MISSING[sector]
    const day = workday(place.anchor, Math.round(plan.created * 0.4) + index)
    const at = later(officeHour(day, 7, chance.below(60)), 3 + 4 * index)
    const seeker = plan.partners.find((one) => isNear(one) && one[1] === sector)
    const asks = index === 0 && seeker
    const id = chance.id(at)
    rows.push({
      ...{ region_id: place.regionId, id, sector, nobody, who, why, noted_on: day },
      seeker_kind: nobody ? '' : asks ? 'partner' : 'coordinator',
      seeker_partner_id: asks ? place.partnerId(seeker[0]) : null,
    })
    entries.push({
      ...{ at, actorId: place.coordinator, step: null, subject: id, before: null },
      kind: nobody ? 'voice.nobody' : 'voice.added',
      after: { sector, ...(!nobody && { title: who }) },
    })
  }
  return { voices: rows, entries }
}
