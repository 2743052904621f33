import { addDays } from '../../../lib/dates/rules'
import { addQuarters, lastDayOf, quarterOf } from '../../../lib/metrics/series/rules'
import type { Row } from '../../as-owner'
import { officeHour } from '../calendar'
import { chanceFrom } from '../chance'
import type { RegionPlan } from '../plan'

interface Place {
  regionId: string
  anchor: string
  coordinator: string
}

const TITLES = {
  de: ['Prototypen aus Ton und Code', 'Preise machen für Freie', 'Werkstattgeld', 'Skills-Fonds'],
  en: ['Prototypes in clay and code', 'Pricing for freelancers', 'Workshop money', 'Skills fund'],
}
const SOURCES = { de: 'Statistikamt', en: 'Statistical office' }

/** Rows go in together, so each names every column. */
const BLANK = {
  ...{ kind: '', stage: '', learners: null, amount: null, currency: 'EUR', rate: null },
  ...{ rate_on: null, rate_source: '', euros: null, joint_key: null, share: 100 },
}

/** What a sample region has listed of the quarter that runs, and how large its field is. */
export function composeLines(plan: RegionPlan, { regionId, anchor, coordinator }: Place) {
  if (plan.started === null) return { lines: [], denominators: [] }
  const chance = chanceFrom(`${plan.slug} lines`)
  const language = plan.languages.includes('de') ? 'de' : 'en'
  const [clay, pricing, workshop, fund] = TITLES[language]
  const begins = addDays(lastDayOf(addQuarters(quarterOf(anchor), -1)), 1)
  const of = { region_id: regionId, author_id: coordinator }
  const line = (after: number, facts: Row): Row[] => {
    const day = addDays(begins, after)
    const told = officeHour(day, 1, 10)
    // In the first days of a quarter nothing is over yet.
    return day > addDays(anchor, -2)
      ? []
      : [{ ...of, ...BLANK, id: chance.id(told), day, created_at: told, ...facts }]
  }
  const training = { metric: 'trainings_delivered' }
  const money = { metric: 'funding_leveraged' }
  const koruna = {
    ...{ amount: 400000, currency: 'CZK', rate: 25, rate_source: 'ČNB', euros: 16000 },
    rate_on: addDays(begins, 20),
  }
  const euros = { amount: 16000, currency: 'EUR', euros: 16000 }
  const lines = [
    ...line(6, { ...training, title: clay, kind: 'course', learners: 14 }),
    ...line(13, {
      ...training,
      title: pricing,
      kind: 'workshop',
      learners: 22,
      ...jointly(chance),
    }),
    ...line(20, {
      ...{ ...money, title: fund, kind: 'national', stage: 'secured' },
      ...(plan.country === 'CZ' ? koruna : euros),
    }),
    ...line(27, {
      ...{ ...money, title: workshop, kind: 'private', stage: 'applied', amount: 3500 },
    }),
  ]
  const year = Number(anchor.slice(0, 4)) - 2
  const known = { ...of, year, source: SOURCES[language] }
  const denominators = [
    { ...known, kind: 'enterprises', value: 900 + 10 * chance.below(260) },
    { ...known, kind: 'workers', value: 3000 + 10 * chance.below(900) },
  ]
  return { lines, denominators }
}

/** Held with a region that has not listed it yet. */
function jointly(chance: { below: (limit: number) => number }): Row {
  const part = () => Array.from({ length: 5 }, () => 'ABCDEFGHJKMN'[chance.below(12)]).join('')
  return { joint_key: `${part()}-${part()}-${part()}`, share: 60 }
}
