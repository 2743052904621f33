import { daysBetween } from '../../dates/rules'
import { CONFIRMATION_DAYS, walkConfirmation } from '../confirmation/rules'
import type { DerivedStep } from '../derived/rules'
import { factsHold, STEP_STATES, type StepFacts, type StepFlag, type StepState } from '../rules'

/** Why a step's state changed or a flag was raised, as the key of a sentence. */
export type SlipReason =
  | 'confirmation-lapsed'
  | 'kept-up'
  | 'quiet'
  | 'round-low'
  | 'round-old'
  | 'taken-back'
  | 'upkeep-overdue'

/**
 * Why a step that was kept in the state `from` is what its facts make of it now; null where the
 * entry before says it already (guidebook/rules.md, The five states).
 */
export function whyChanged(facts: StepFacts, from: StepState, to: StepState): SlipReason | null {
  const fell = STEP_STATES.indexOf(from) - STEP_STATES.indexOf(to)
  if (fell === 0) return null
  if (fell < 0) return to === 'sustained' ? 'kept-up' : null
  if (!factsHold(facts)) return 'taken-back'
  const { latest, run } = walkConfirmation(
    facts.rounds,
    facts.reachedSince ?? facts.asOf,
    facts.asOf,
  )
  // The rounds before are out of play because the step was reopened in between.
  if (!latest) return 'taken-back'
  if (to === 'reached') {
    const hasLapsed = daysBetween(latest.closedOn, facts.asOf) > CONFIRMATION_DAYS.lapse
    return hasLapsed ? 'confirmation-lapsed' : 'round-low'
  }
  return run?.sustaining ? 'upkeep-overdue' : 'round-low'
}

/** By state kept before, why a step is what its facts make of it: for whoever does not know it yet. */
export function whyFromEach(facts: StepFacts, to: StepState): Record<StepState, SlipReason | null> {
  const reasons = STEP_STATES.map((from) => [from, whyChanged(facts, from, to)])
  return Object.fromEntries(reasons) as Record<StepState, SlipReason | null>
}

/**
 * By state kept before, the closing day of the round by which a step is what it is now; null where
 * no round decides.
 */
export function roundFromEach(facts: StepFacts, to: StepState): Record<StepState, string | null> {
  const { latest } = walkConfirmation(facts.rounds, facts.reachedSince ?? facts.asOf, facts.asOf)
  const days = STEP_STATES.map((from) => {
    const isRise = STEP_STATES.indexOf(to) > STEP_STATES.indexOf(from)
    const why = whyChanged(facts, from, to)
    const isDecided = isRise
      ? to === 'confirmed' || to === 'sustained'
      : why === 'round-low' || why === 'confirmation-lapsed'
    return [from, (isDecided && latest?.closedOn) || null]
  })
  return Object.fromEntries(days) as Record<StepState, string | null>
}

/** A flag that time alone has raised. */
export interface Raised {
  step: string
  state: StepState
  flag: StepFlag
  why: SlipReason
}

/** The flags that time has raised between two readings of the same record, step by step. */
export function listRaised(
  before: readonly DerivedStep[],
  after: readonly DerivedStep[],
  asOf: string,
): Raised[] {
  return after.flatMap(({ slug, state, flags, upkeepDueOn }) => {
    const old = before.find((step) => step.slug === slug)
    // A change of state has an entry of its own, and says more.
    if (!old || old.state !== state) return []
    const isOverdue = upkeepDueOn !== null && upkeepDueOn < asOf
    const refresh = isOverdue ? ('upkeep-overdue' as const) : ('round-old' as const)
    const timed = { needs_refresh: refresh, quiet: 'quiet' as const }
    return Object.entries(timed).flatMap(([name, why]) => {
      const flag = name as keyof typeof timed
      const isRaised = flags.includes(flag) && !old.flags.includes(flag)
      return isRaised ? [{ step: slug, state, flag, why }] : []
    })
  })
}
