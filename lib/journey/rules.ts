import { addMonths, daysBetween } from '../dates/rules'
import {
  CONFIRMATION_DAYS,
  type Confirmation,
  type Round,
  walkConfirmation,
} from './confirmation/rules'

export const STEP_STATES = [
  'not_started',
  'in_progress',
  'reached',
  'confirmed',
  'sustained',
] as const

export type StepState = (typeof STEP_STATES)[number]

export type StepFlag =
  | 'by_consensus'
  | 'needs_refresh'
  | 'partners_disagree'
  | 'quiet'
  | 'ready_for_check'
  | 'views_differ'
  | 'waived'

/** What decides a step's state; days are ISO days in the region's own time zone. */
export type StepFacts = {
  asOf: string
  anyEntry: boolean
  essentials: { done: number; total: number }
  items: { done: number; applicable: number }
  gates: { reached: number; total: number }
  reachedSince: string | null
  rounds: readonly Round[]
  upkeep: { lastDoneOn: string | null; everyMonths: number }
}

export type ProgressCounts = {
  essential: number
  other: number
  gate: number
  otherMilestones: number
}

const UPKEEP_GRACE_DAYS = 60

/** Whether everything the guidebook asks for is done: essentials, three quarters of all, gates. */
export function factsHold(facts: Pick<StepFacts, 'essentials' | 'items' | 'gates'>): boolean {
  return (
    facts.essentials.done >= facts.essentials.total &&
    quotaMissing(facts.items) <= 0 &&
    facts.gates.reached >= facts.gates.total
  )
}

/** How many items more make three quarters of the applicable ones; negative when beyond. */
export function quotaMissing(items: StepFacts['items']): number {
  return Math.ceil((items.applicable * 3) / 4) - items.done
}

/** The state of a step on the day of its facts, its flags sorted by name, and since when confirmed. */
export function stepState(facts: StepFacts): {
  state: StepState
  flags: StepFlag[]
  confirmedSince: string | null
} {
  if (!facts.anyEntry) return { state: 'not_started', flags: [], confirmedSince: null }
  if (!factsHold(facts)) return { state: 'in_progress', flags: [], confirmedSince: null }

  const reachedSince = facts.reachedSince ?? facts.asOf
  const confirmation = walkConfirmation(facts.rounds, reachedSince, facts.asOf)
  const overdueDays = daysBetween(upkeepDueOn(facts.upkeep, reachedSince, facts.asOf), facts.asOf)
  const state = stateOnceReached(facts, reachedSince, confirmation, overdueDays)
  return {
    state,
    flags: flagsOnceReached(state, facts.asOf, confirmation, overdueDays),
    confirmedSince: confirmation.run?.since ?? null,
  }
}

/** The day on which a reached step's upkeep is due next. */
export function upkeepDueOn(
  upkeep: StepFacts['upkeep'],
  reachedSince: string,
  asOf: string,
): string {
  const doneOn = upkeepDoneSince(upkeep, reachedSince, asOf)
  return addMonths(doneOn ?? reachedSince, upkeep.everyMonths)
}

/** Stage 0–4, the step reached in unbroken order, and the numbers of the reached steps beyond it. */
export function journeyStage(states: readonly StepState[]): {
  stage: number
  reachedStep: number
  ahead: number[]
} {
  const firstOpen = states.findIndex((state) => !isReached(state))
  const reachedStep = firstOpen === -1 ? states.length : firstOpen
  const ahead = states.flatMap((state, index) =>
    index >= reachedStep && isReached(state) ? [index + 1] : [],
  )
  return { stage: Math.floor(reachedStep / 2), reachedStep, ahead }
}

/** Whether a state means that the step's facts hold. */
export function isReached(state: StepState): boolean {
  return state === 'reached' || state === 'confirmed' || state === 'sustained'
}

/** 0–100, for orientation only: six tenths checklist, four tenths milestones, rounded down. */
export function stepProgress(done: ProgressCounts, total: ProgressCounts): number {
  const [itemsDone, items] = shareOf(itemWeight(done), itemWeight(total))
  const [milestonesDone, milestones] = shareOf(milestoneWeight(done), milestoneWeight(total))
  // Whole numbers until the one division: 0.6 and 0.4 would lose a per cent to binary fractions.
  const tenths = 6 * itemsDone * milestones + 4 * milestonesDone * items
  return Math.floor((10 * tenths) / (items * milestones))
}

/** The mean of a part's two steps, rounded down. */
export function partProgress(steps: readonly [number, number]): number {
  return meanDown(steps)
}

/** The mean of a region's eight steps, rounded down; 0 without steps. */
export function regionProgress(steps: readonly number[]): number {
  return steps.length === 0 ? 0 : meanDown(steps)
}

function stateOnceReached(
  facts: StepFacts,
  reachedSince: string,
  { run }: Confirmation,
  overdueDays: number,
): StepState {
  if (!run) return 'reached'
  const isSustained =
    daysBetween(run.since, facts.asOf) >= CONFIRMATION_DAYS.toSustain &&
    run.sustaining !== null &&
    upkeepDoneSince(facts.upkeep, reachedSince, facts.asOf) !== null &&
    overdueDays <= UPKEEP_GRACE_DAYS
  return isSustained ? 'sustained' : 'confirmed'
}

function flagsOnceReached(
  state: StepState,
  asOf: string,
  { latest }: Confirmation,
  overdueDays: number,
): StepFlag[] {
  const isFresh = latest !== null && daysBetween(latest.closedOn, asOf) <= CONFIRMATION_DAYS.fresh
  const isConfirmed = state !== 'reached'
  const flags: StepFlag[] = []
  if (isConfirmed && latest?.kind === 'consensus') flags.push('by_consensus')
  if (overdueDays >= 1 || (isConfirmed && !isFresh)) flags.push('needs_refresh')
  if (!isConfirmed) flags.push(isFresh ? 'partners_disagree' : 'ready_for_check')
  if (isFresh && latest.differs) flags.push('views_differ')
  return flags
}

function upkeepDoneSince(upkeep: StepFacts['upkeep'], reachedSince: string, asOf: string) {
  const { lastDoneOn } = upkeep
  return lastDoneOn !== null && lastDoneOn >= reachedSince && lastDoneOn <= asOf ? lastDoneOn : null
}

function itemWeight(counts: ProgressCounts): number {
  return 2 * counts.essential + counts.other
}

function milestoneWeight(counts: ProgressCounts): number {
  return 2 * counts.gate + counts.otherMilestones
}

function shareOf(done: number, total: number): [done: number, total: number] {
  return total === 0 ? [1, 1] : [done, total]
}

function meanDown(values: readonly number[]): number {
  return Math.floor(values.reduce((sum, value) => sum + value, 0) / values.length)
}
