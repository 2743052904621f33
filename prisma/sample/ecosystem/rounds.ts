import { scoreRound, type Sheet } from '../../../lib/assessment/scoring/rules'
import type { EditionContent } from '../../../lib/guidebook/edition/schema'
import type { RoundRow } from '../../../lib/journey/record'
import type { Row } from '../../as-owner'
import { officeHour, workday } from '../calendar'
import { type Chance, chanceFrom } from '../chance'
import type { Entry } from '../history'
import type { RegionPlan, RoundPlan } from '../plan'
import { composeSheets, type Voice } from './sheets'

interface Place {
  regionId: string
  anchor: string
  coordinator: string
  content: EditionContent
  edition: number
  partnerId: (name: string) => string
  userId: (name: string) => string
}

interface Made {
  rounds: Row[]
  people: Row[]
  keys: Row[]
  steps: Row[]
  results: Row[]
  comments: Row[]
  entries: Entry[]
  /** What the journey's rules read of them. */
  levels: RoundRow[]
}

/** The rounds of a sample region, scored by the rules that score every round. */
export function composeRounds(plan: RegionPlan, place: Place): Made {
  const chance = chanceFrom(`${plan.slug} rounds`)
  const made: Made = {
    ...{ rounds: [], people: [], keys: [], steps: [], results: [], comments: [], entries: [] },
    levels: [],
  }
  for (const round of plan.rounds ?? []) {
    if (round.closed === null) open(made, { plan, place, chance, round })
    else close(made, { plan, place, chance, round, closed: round.closed })
  }
  return made
}

type Around = { plan: RegionPlan; place: Place; chance: Chance; round: RoundPlan }

function begin(made: Made, { place, chance, round }: Around, state: 'open' | 'closed') {
  const { regionId, anchor, coordinator } = place
  const openedOn = workday(anchor, round.opened)
  const at = officeHour(openedOn, 6, chance.below(60))
  const id = chance.id(at)
  const closesOn = workday(anchor, round.closed ?? round.opened - 18)
  const [kind, steps] = [round.kind, Object.keys(round.levels)]
  made.entries.push({
    ...{ at, actorId: coordinator, kind: 'round.opened', step: null, subject: id, before: null },
    after: { kind, steps: steps.length, asked: round.asked, closesOn },
  })
  made.rounds.push({
    ...{ region_id: regionId, id, kind, state, steps, edition: place.edition },
    ...{ languages: ['en', 'de'], message: round.message ?? '', created_by_id: coordinator },
    ...{ opened_on: openedOn, closes_on: closesOn, asked: round.asked, created_at: at },
    answered: state === 'closed' ? round.answered : 0,
    closed_on: state === 'closed' ? closesOn : null,
    other_partners: false,
    version: 2,
  })
  return { id, closesOn }
}

function open(made: Made, around: Around) {
  const { plan, place, chance } = around
  const { id } = begin(made, around, 'open')
  const { regionId } = place
  const secret = Array.from({ length: 32 }, () => chance.below(256).toString(16).padStart(2, '0'))
  made.keys.push({ region_id: regionId, round_id: id, secret: `\\x${secret.join('')}` })
  for (const { name, role, partner } of plan.people) {
    if (role !== 'partner' || !partner) continue
    made.people.push({
      ...{ region_id: regionId, id: chance.id(officeHour(place.anchor, 0, 0)), round_id: id },
      ...{ user_id: place.userId(name), partner_id: place.partnerId(partner) },
    })
  }
}

function close(made: Made, around: Around & { closed: number }) {
  const { plan, place, chance, round } = around
  const { id, closesOn } = begin(made, around, 'closed')
  const { regionId, content } = place
  const asked = content.steps
    .filter(({ slug }) => slug in round.levels)
    .map(({ slug, statements }) => ({
      slug,
      statements: statements.filter(({ core }) => core || round.kind !== 'short'),
    }))
  const sheets: Sheet[] = composeSheets(asked, round, { voices: listVoices(plan), chance })
  const { steps, statements, comments } = scoreRound(asked, sheets)
  const of = { region_id: regionId, round_id: id }
  for (const { lookBack, ...step } of steps) {
    made.steps.push({ ...of, ...step, look_back: lookBack, kind: round.kind, closed_on: closesOn })
    if (round.kind === 'short') continue
    const levels = { level: step.level ?? 0, lowest: step.lowest ?? 0, core: step.core ?? 0 }
    made.levels.push({ ...step, ...levels, kind: 'survey', closedOn: closesOn })
  }
  for (const one of statements) {
    made.results.push({ ...of, statement: one.statement, step: one.step, result: one })
  }
  const at = officeHour(closesOn, 20, 0)
  for (const one of comments) made.comments.push({ ...of, ...one, id: chance.id(at) })
  made.entries.push({
    ...{ at, actorId: place.coordinator, kind: 'round.closed', step: null, subject: id },
    ...{ before: null, after: { kind: round.kind, answered: round.answered, steps: steps.length } },
  })
}

/** Who may speak: organisations that take part, each with its sector. */
function listVoices({ partners }: RegionPlan): Voice[] {
  return partners
    .filter(([, , status]) => status === 'committed' || status === 'engaged')
    .map(([, sector], organisation) => ({ organisation, sector }))
}
