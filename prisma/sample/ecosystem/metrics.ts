import { addMonths } from '../../../lib/dates/rules'
import type { Metric } from '../../../lib/metrics/rules'
import { lastDayOf, quartersBefore } from '../../../lib/metrics/series/rules'
import type { Row } from '../../as-owner'
import { officeHour, workday } from '../calendar'
import { chanceFrom } from '../chance'
import type { RegionPlan } from '../plan'

interface Place {
  regionId: string
  anchor: string
  coordinator: string
}

interface Made {
  entries: Row[]
  targets: Row[]
}

/** Per quarter since the start: what grows, and by how much. */
const GROWTH: Partial<Record<Metric, { from: number; by: number }>> = {
  partners_engaged: { from: 4, by: 2 },
  trainings_delivered: { from: 1, by: 1 },
  learners_reached: { from: 14, by: 17 },
  funding_leveraged: { from: 6000, by: 9500 },
}

const WORDS: Record<string, string> = {
  de: 'Teilnahmelisten und die Liste der Partner',
  en: 'Attendance lists and the list of partners',
}

/** What a sample region has told of its quarters: one of them stays open, one waits for a second look. */
export function composeMetrics(plan: RegionPlan, { regionId, anchor, coordinator }: Place): Made {
  if (plan.started === null) return { entries: [], targets: [] }
  const chance = chanceFrom(`${plan.slug} metrics`)
  const begun = workday(anchor, plan.started)
  const quarters = quartersBefore(anchor, 8).filter((quarter) => lastDayOf(quarter) > begun)
  const missing = quarters.length > 3 ? quarters.length - 3 : -1
  const source = plan.languages.includes('de') ? WORDS.de : WORDS.en
  const entries = Object.entries(GROWTH).flatMap(([metric, { from, by }]) =>
    quarters.flatMap((quarter, index) => {
      const value = from + index * by + chance.below(Math.ceil(by / 2))
      if (index === missing && metric !== 'partners_engaged') return []
      const told = officeHour(addMonths(lastDayOf(quarter), 0), 0, 20)
      const isLast = index === quarters.length - 1
      return [
        {
          ...{ region_id: regionId, id: chance.id(told), metric, quarter, version: 1, value },
          ...{ source, author_id: coordinator, created_at: told },
          status: isLast && metric === 'funding_leveraged' ? 'draft' : 'confirmed',
        },
      ]
    }),
  )
  const since = quarters[0]
  const target = {
    ...{
      region_id: regionId,
      metric: 'learners_reached',
      value: 400,
      due_on: addMonths(anchor, 9),
    },
    ...{ baseline: 0, baseline_on: begun, source },
  }
  return {
    entries,
    targets: since ? [{ ...target, id: chance.id(officeHour(begun, 0, 30)) }] : [],
  }
}
