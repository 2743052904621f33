import { addDays, addMonths, monthsBetween } from '../../dates/rules'
import type { GuideStep } from '../../guidebook/rules'
import type { DerivedStep } from '../derived/rules'
import type { MilestoneFact } from '../facts/rules'
import { isReached, type StepState } from '../rules'

/** When a step is to start and to be reached; ISO days. */
export interface StepPlanRow {
  step: string
  startsOn: string | null
  targetOn: string | null
  version: number
}

/** A day on which the guidebook would have an item done, counted from the step's start. */
export interface Suggestion {
  id: string
  label: string
  week: number
  day: string
}

/** Planned and actual days of a step; all ISO days. */
export interface TimelineStep {
  slug: string
  number: number
  part: number
  title: string
  state: StepState
  plan: StepPlanRow
  /** Day of its first entry. */
  begunOn: string | null
  /** Since when its facts hold. */
  reachedOn: string | null
  isLate: boolean
  milestones: {
    id: string
    title: string
    gate: boolean
    plannedOn: string | null
    reachedOn: string | null
  }[]
  suggestions: Suggestion[]
}

interface Recorded {
  ticks: readonly { item: string; state: string; dueOn: string | null }[]
  milestones: readonly MilestoneFact[]
  plans: readonly StepPlanRow[]
  /** Day of the first entry by the step's slug. */
  begun: Readonly<Record<string, string | null>>
}

/** Every step with its planned and actual days, in order, as they stand on a day. */
export function timelineOf(
  steps: readonly GuideStep[],
  derived: readonly DerivedStep[],
  recorded: Recorded,
  today: string,
): TimelineStep[] {
  return steps.map((step) => {
    const { slug, number, part, title } = step
    const standing = derived.find((one) => one.slug === slug)
    const state = standing?.state ?? 'not_started'
    const none = { step: slug, startsOn: null, targetOn: null, version: 0 }
    const plan = recorded.plans.find((one) => one.step === slug) ?? none
    const begunOn = recorded.begun[slug] ?? null
    const milestones = [...step.milestones, ...step.ownMilestones].map(({ id, title, gate }) => {
      const row = recorded.milestones.find(({ milestone }) => milestone === id)
      const { plannedOn = null, reachedOn = null } = row ?? {}
      return { id, title, gate, plannedOn, reachedOn }
    })
    return {
      ...{ slug, number, part, title, state, plan, begunOn, milestones },
      reachedOn: standing?.reachedSince ?? null,
      isLate: plan.targetOn !== null && plan.targetOn < today && !isReached(state),
      suggestions: suggest(step, recorded.ticks, plan.startsOn ?? begunOn),
    }
  })
}

/**
 * The days on which the guidebook's tasks would have a step's open items done that have no day yet,
 * counted in weeks from the step's start (its planned start, else its first entry), the first of
 * several tasks counting.
 */
export function suggest(
  step: GuideStep,
  ticks: Recorded['ticks'],
  startsOn: string | null,
): Suggestion[] {
  if (startsOn === null) return []
  const weeks = new Map<string, number>()
  for (const { week, supports } of step.tasks) {
    for (const id of supports) weeks.set(id, Math.min(week, weeks.get(id) ?? week))
  }
  return step.items
    .flatMap(({ id, label }) => {
      const week = weeks.get(id)
      const tick = ticks.find(({ item }) => item === id)
      const isOpen = !tick || tick.state === 'open' || tick.state === 'started'
      if (week === undefined || !isOpen || tick?.dueOn) return []
      return [{ id, label, week, day: addDays(startsOn, 7 * week) }]
    })
    .sort((a, b) => a.day.localeCompare(b.day))
}

/** The months a drawing spans, both ends the first of a month: half a year at least. */
export function spanOf(
  steps: readonly TimelineStep[],
  today: string,
): { from: string; to: string } {
  const days = [today, ...steps.flatMap(daysOf)].sort()
  const monthOf = (day: string) => `${day.slice(0, 7)}-01`
  const from = monthOf(days[0] ?? today)
  const to = addMonths(monthOf(days.at(-1) ?? today), 1)
  return { from, to: monthsBetween(from, to) < 6 ? addMonths(from, 6) : to }
}

function daysOf({ plan, begunOn, reachedOn, milestones }: TimelineStep): string[] {
  return [
    ...[plan.startsOn, plan.targetOn, begunOn, reachedOn],
    ...milestones.flatMap((milestone) => [milestone.plannedOn, milestone.reachedOn]),
  ].filter((day): day is string => day !== null)
}

/** The firsts of months to be named along a span, `most` at the most and evenly apart. */
export function monthMarks({ from, to }: { from: string; to: string }, most: number): string[] {
  const months = monthsBetween(from, to)
  const stride = [1, 2, 3, 6, 12, 24, 60].find((wide) => months / wide <= most) ?? 120
  const count = Math.ceil(months / stride)
  return Array.from({ length: count }, (_, index) => addMonths(from, index * stride))
}
