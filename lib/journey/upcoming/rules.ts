import type { GuideStep } from '../../guidebook/rules'

export interface Upcoming {
  id: string
  title: string
  step: string
  number: number
  part: number
  gate: boolean
  /** ISO day it is planned or due for. */
  day: string
}

type Tick = { item: string; state: string; dueOn: string | null }
type Milestone = { milestone: string; state: string; plannedOn: string | null }

/** What has a day and is still open, by day: overdue first, then what comes next. */
export function comingUp(
  steps: readonly GuideStep[],
  ticks: readonly Tick[],
  milestones: readonly Milestone[],
): Upcoming[] {
  const entries = steps.flatMap(({ slug, number, part, items, upkeep, milestones: planned }) => {
    const place = { step: slug, number, part }
    const due = [...items, upkeep].flatMap(({ id, label }) => {
      const tick = ticks.find(({ item }) => item === id)
      if (!tick?.dueOn || !['open', 'started'].includes(tick.state)) return []
      return [{ ...place, id, title: label, gate: false, day: tick.dueOn }]
    })
    const ahead = planned.flatMap(({ id, title, gate }) => {
      const row = milestones.find(({ milestone }) => milestone === id)
      if (!row?.plannedOn || row.state === 'reached') return []
      return [{ ...place, id, title, gate, day: row.plannedOn }]
    })
    return [...due, ...ahead]
  })
  return entries.sort((a, b) => a.day.localeCompare(b.day) || a.number - b.number)
}
