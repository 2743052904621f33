import type { GuideStep } from '../../guidebook/rules'
import type { DerivedStep } from '../derived/rules'

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

/** What has a day and is still open, by day: overdue first, then what comes next, upkeep too. */
export function comingUp(
  steps: readonly GuideStep[],
  ticks: readonly Tick[],
  milestones: readonly Milestone[],
  derived: readonly DerivedStep[],
): Upcoming[] {
  const entries = steps.flatMap(({ slug, number, part, upkeep, ...lists }) => {
    const place = { step: slug, number, part }
    const upkeepDueOn = derived.find((one) => one.slug === slug)?.upkeepDueOn ?? null
    const items = [...lists.items, ...lists.ownItems]
    const planned = [...lists.milestones, ...lists.ownMilestones]
    const due = [...items, upkeep].flatMap(({ id, label }) => {
      const tick = ticks.find(({ item }) => item === id)
      const isOpen = tick !== undefined && ['open', 'started'].includes(tick.state)
      const wanted = isOpen ? tick.dueOn : null
      // Upkeep has a day of its own once its step is reached.
      const day = id === upkeep.id ? (upkeepDueOn ?? wanted) : wanted
      return day ? [{ ...place, id, title: label, gate: false, day }] : []
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
