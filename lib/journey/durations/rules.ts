import { daysBetween } from '../../dates/rules'
import { STEP_STATES, type StepState } from '../rules'

/** A change of a step's state on an ISO day, in the order of time. */
export interface StateChange {
  day: string
  from: StepState
  to: StepState
}

/** A stretch of days in one state; `to` is the first day that no longer belongs to it. */
export interface Stretch {
  state: StepState
  from: string
  to: string
  days: number
}

/**
 * How a span of days divides into states: a day belongs to the state in which it ended. The
 * stretches follow one another without gaps and add up to the span; without changes all of it was
 * spent in `now`.
 */
export function stretchesOf(
  changes: readonly StateChange[],
  span: { from: string; to: string },
  now: StepState,
): Stretch[] {
  const within = changes.filter(({ day }) => day < span.to)
  const stretches: Stretch[] = []
  let state = changes[0]?.from ?? now
  let from = span.from
  const close = (to: string, next: StepState) => {
    const days = daysBetween(from, to)
    const last = stretches.at(-1)
    if (days > 0 && last?.state === state) {
      stretches[stretches.length - 1] = { ...last, to, days: last.days + days }
    } else if (days > 0) stretches.push({ state, from, to, days })
    if (days > 0) from = to
    state = next
  }
  for (const { day, to } of within) close(day > span.from ? day : span.from, to)
  close(span.to, state)
  return stretches
}

/** Days by state over stretches, every state named. */
export function daysByState(stretches: readonly Stretch[]): Record<StepState, number> {
  const sum = (state: StepState) =>
    stretches.reduce((days, one) => (one.state === state ? days + one.days : days), 0)
  const sums = STEP_STATES.map((state) => [state, sum(state)])
  return Object.fromEntries(sums) as Record<StepState, number>
}
