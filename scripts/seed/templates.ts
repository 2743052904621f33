import { addDays } from '../../lib/dates/rules'
import { projectRegion } from '../../lib/journey/projection/rules'
import type { NeedStep, NeedTick } from '../../lib/needs/lines/rules'
import type { MilestoneFact } from '../../lib/journey/facts/rules'
import type { Row } from '../../prisma/as-owner'
import { type Chance, chanceFrom } from '../../prisma/sample/chance'
import { projectionRows } from '../../prisma/projection-rows'

export const TEMPLATE_COUNT = 240

const TICKS_EACH = 50
const NOBODY = '00000000-0000-0000-0000-000000000000'

type Usual = NeedStep & { owners: ReadonlyMap<string, string> }
type Entry<F> = F & { step: string; updatedOn: string }

/**
 * Rows of some hundred different journeys by table, `template` in the place of a region: each
 * synthetic region follows one of them, so that its summary is what the rules say of its ticks.
 */
export function composeTemplates(guide: readonly Usual[], today: string): Record<string, Row[]> {
  const tables: Record<string, Row[]> = {}
  for (let template = 0; template < TEMPLATE_COUNT; template++) {
    const rows = composeTemplate(guide, template, today)
    for (const [table, own] of Object.entries(rows)) (tables[table] ??= []).push(...own)
  }
  return tables
}

function composeTemplate(guide: readonly Usual[], template: number, today: string) {
  const chance = chanceFrom(`template ${template}`)
  const startedAgo = 30 + chance.below(900)
  const startedOn = addDays(today, -startedAgo)
  const stepsDone = template % (guide.length + 1)
  const skipped = chooseSkipped(guide, chance)
  const days = { today, startedAgo, chance }
  const entries = guide.map((step, index) => {
    const kind = index < stepsDone ? 'done' : index === stepsDone ? 'begun' : chance.pick(LATER)
    return composeStep(step, kind, skipped, days)
  })
  const ticks = entries.flatMap((entry) => entry.ticks)
  const milestones = entries.flatMap((entry) => entry.milestones)
  const lastEntryOn: Record<string, string> = {}
  for (const { step, updatedOn } of [...ticks, ...milestones]) {
    if (updatedOn > (lastEntryOn[step] ?? '')) lastEntryOn[step] = updatedOn
  }
  const region = { regionId: NOBODY, slug: '', name: '', country: '', territoryType: '', kind: '' }
  const projection = projectRegion({
    region: { ...region, startedOn },
    guide,
    ...{ ticks, milestones, lastEntryOn },
    asOf: today,
  })
  const { step_records, region_summaries } = projectionRows(projection)
  return {
    ticks: ticks.map(({ item, step, state, doneOn, dueOn, updatedOn }) => ({
      ...{ template, item, step, state },
      done_on: doneOn,
      due_on: dueOn,
      updated_at: `${updatedOn}T10:00:00Z`,
    })),
    milestones: milestones.map(({ milestone, step, state, plannedOn, reachedOn, updatedOn }) => ({
      ...{ template, milestone, step, state },
      planned_on: plannedOn,
      reached_on: reachedOn,
      updated_at: `${updatedOn}T10:00:00Z`,
    })),
    step_records: step_records.map((row) => ({ template, ...row })),
    region_summaries: region_summaries.map((row) => ({ template, ...row })),
  }
}

type Kind = 'done' | 'begun' | 'untouched'
type Days = { today: string; startedAgo: number; chance: Chance }

const LATER: readonly [Kind, ...Kind[]] = ['untouched', 'untouched', 'untouched', 'begun', 'done']

function composeStep(step: Usual, kind: Kind, skipped: ReadonlySet<string>, days: Days) {
  const { chance, today, startedAgo } = days
  const dayAgo = () => addDays(today, -chance.below(startedAgo))
  const isDone = () => kind === 'done' || (kind === 'begun' && chance.below(2) === 0)
  const ticks = step.items
    .filter(({ id }) => !skipped.has(id))
    .map(({ id }): Entry<NeedTick> => {
      const updatedOn = dayAgo()
      const isTicked = isDone()
      const open = kind === 'begun' && chance.below(3) === 0 ? 'started' : 'open'
      return {
        ...{ item: id, step: step.slug, updatedOn },
        state: isTicked ? 'done' : open,
        doneOn: isTicked ? updatedOn : null,
        dueOn: isTicked || chance.below(3) ? null : addDays(today, chance.below(90) - 20),
        owner: step.owners.get(id) ?? null,
      }
    })
  const milestones = step.milestones.flatMap(({ id }): Entry<MilestoneFact>[] => {
    if (kind === 'untouched') return []
    const updatedOn = dayAgo()
    const isReached = isDone()
    return [
      {
        ...{ milestone: id, step: step.slug, updatedOn },
        state: isReached ? 'reached' : 'planned',
        reachedOn: isReached ? updatedOn : null,
        plannedOn: isReached ? null : addDays(today, chance.below(120) - 20),
      },
    ]
  })
  return { ticks, milestones }
}

/** Items nobody touched, so that about fifty are left; essentials are always touched. */
function chooseSkipped(guide: readonly NeedStep[], chance: Chance): Set<string> {
  const items = guide.flatMap((step) => step.items)
  const others = items.filter((item) => !item.essential)
  const skipped = new Set<string>()
  while (others.length > 0 && skipped.size < items.length - TICKS_EACH) {
    const [item] = others.splice(chance.below(others.length), 1)
    if (item) skipped.add(item.id)
  }
  return skipped
}
