import { daysBetween } from '../../dates/rules'
import type { Round } from '../confirmation/rules'
import {
  gatherStepFacts,
  type GuideStepShape,
  type MilestoneFact,
  ownRecord,
  progressCounts,
  quotaBeyondEssentials,
  readStanding,
  type TickFact,
} from '../facts/rules'
import {
  journeyStage,
  partProgress,
  regionProgress,
  type StepFlag,
  type StepState,
  stepProgress,
  stepState,
  upkeepDueOn,
} from '../rules'

export type DerivedStep = {
  slug: string
  number: number
  state: StepState
  flags: StepFlag[]
  reachedSince: string | null
  confirmedSince: string | null
  progress: number
  /** ISO day on which a reached step's upkeep is due next; null before it is reached. */
  upkeepDueOn: string | null
  /** Entries still needed for the facts to hold: essentials, gates and the rest of the quota. */
  missing: number
}

/** What a region has recorded; rounds and days of the last entry by the step's slug. */
export type JourneyRecord = {
  ticks: readonly TickFact[]
  milestones: readonly MilestoneFact[]
  rounds?: Readonly<Record<string, readonly Round[]>>
  lastEntryOn?: Readonly<Record<string, string | null>>
}

const QUIET_DAYS = 90

/** A step's state, flags, dates and percentage on a day. `lastEntryOn` null: nobody is called quiet. */
export function deriveStep(
  step: GuideStepShape,
  ticks: readonly TickFact[],
  milestones: readonly MilestoneFact[],
  rounds: readonly Round[],
  asOf: string,
  lastEntryOn: string | null,
): DerivedStep {
  const facts = gatherStepFacts(step, ticks, milestones, rounds, asOf)
  const { state, flags, confirmedSince } = stepState(facts)
  const standing = readStanding(step, ticks, milestones, asOf)
  const counts = progressCounts(step, standing)
  const isQuiet =
    state === 'in_progress' && lastEntryOn !== null && daysBetween(lastEntryOn, asOf) >= QUIET_DAYS
  const ownFlags: StepFlag[] = [
    ...(standing.waived.some((item) => item.essential) ? (['waived'] as const) : []),
    ...(isQuiet ? (['quiet'] as const) : []),
  ]
  return {
    slug: step.slug,
    number: step.number,
    state,
    flags: [...flags, ...ownFlags].sort(),
    reachedSince: facts.reachedSince,
    confirmedSince,
    progress: stepProgress(counts.done, counts.total),
    upkeepDueOn:
      facts.reachedSince === null ? null : upkeepDueOn(facts.upkeep, facts.reachedSince, asOf),
    missing:
      standing.openEssentials.length + standing.openGates.length + quotaBeyondEssentials(standing),
  }
}

/** All steps of a region in order on a day, with stage, step reached and the percentages. */
export function deriveJourney(
  steps: readonly GuideStepShape[],
  { ticks, milestones, rounds = {}, lastEntryOn = {} }: JourneyRecord,
  asOf: string,
): {
  steps: DerivedStep[]
  stage: number
  reachedStep: number
  ahead: number[]
  parts: number[]
  progress: number
} {
  const derived = inOrder(steps).map((step) =>
    deriveStep(
      step,
      ticks,
      milestones,
      rounds[step.slug] ?? [],
      asOf,
      lastEntryOn[step.slug] ?? null,
    ),
  )
  const percentages = derived.map((step) => step.progress)
  return {
    steps: derived,
    ...journeyStage(derived.map((step) => step.state)),
    parts: pairUp(percentages).map(partProgress),
    progress: regionProgress(percentages),
  }
}

/** The percentages of a region and of its steps (in order) on each of the days, for a chart. */
export function progressSeries(
  steps: readonly GuideStepShape[],
  ticks: readonly TickFact[],
  milestones: readonly MilestoneFact[],
  days: readonly string[],
): { day: string; region: number; byStep: number[] }[] {
  const ordered = inOrder(steps).map((step) => ({
    step,
    own: ownRecord(step, ticks, milestones),
  }))
  return days.map((day) => {
    const byStep = ordered.map(({ step, own }) => {
      const standing = readStanding(step, own.ticks, own.milestones, day)
      const { done, total } = progressCounts(step, standing)
      return stepProgress(done, total)
    })
    return { day, region: regionProgress(byStep), byStep }
  })
}

function inOrder<S extends GuideStepShape>(steps: readonly S[]): S[] {
  return [...steps].sort((a, b) => a.number - b.number)
}

function pairUp(values: readonly number[]): [number, number][] {
  return values.flatMap((value, index) => {
    const next = values[index + 1]
    return index % 2 === 0 && next !== undefined ? [[value, next] as [number, number]] : []
  })
}
