import { nameKey } from '../../lib/journey/projection/rules'
import { PERSONAS } from '../../lib/people/personas'
import { officeHour, workday } from './calendar'
import { chanceFrom } from './chance'
import type { RegionPlan } from './plan'

export const SAMPLE_DOMAIN = 'sample.lep-journey.example'

/** The sample programme's people: ids by name, and their rows. Nobody is there twice. */
export function listPeople(plans: readonly RegionPlan[], anchor: string) {
  const since = new Map<string, number>()
  for (const { name } of Object.values(PERSONAS)) since.set(name, 30)
  for (const name of [PERSONAS.staff.name, PERSONAS.admin.name]) since.set(name, 730)
  for (const { name, joined } of plans.flatMap((plan) => plan.people)) {
    since.set(name, Math.max(joined, since.get(name) ?? 0))
  }
  const chance = chanceFrom('people')
  const rows = [...since].map(([name, daysAgo]) => {
    const at = officeHour(workday(anchor, daysAgo), 0, chance.below(30))
    return {
      id: chance.id(at),
      email: emailOf(name),
      name,
      programme_role: roleOf(name),
      email_verified: at,
      last_seen_at: officeHour(workday(anchor, 1 + chance.below(20)), 0, chance.below(60)),
      sample: true,
      created_at: at,
    }
  })
  const ids = new Map(rows.map((row) => [row.name, row.id]))
  const idOf = (name: string) => {
    const id = ids.get(name)
    if (!id) throw new Error(`The sample programme has no ${name}.`)
    return id
  }
  return { rows, idOf }
}

/** An address at the reserved domain, which nobody can be written to at. */
export function emailOf(name: string): string {
  const persona = Object.values(PERSONAS).find((known) => known.name === name)
  if (persona) return persona.email
  const local = nameKey(name)
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '')
  return `${local}@${SAMPLE_DOMAIN}`
}

function roleOf(name: string): string | null {
  if (name === PERSONAS.staff.name) return 'staff'
  return name === PERSONAS.admin.name ? 'admin' : null
}
