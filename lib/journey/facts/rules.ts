import type { Round } from '../confirmation/rules'
import { factsHold, type ProgressCounts, quotaMissing, type StepFacts } from '../rules'

/** A step as the guidebook has it; a region's own items are not part of it. */
export type GuideStepShape = {
  slug: string
  number: number
  items: { id: string; essential: boolean; weight: number }[]
  milestones: { id: string; gate: boolean; weight: number }[]
  upkeep: { id: string; everyMonths: number }
}

/** `doneOn` is the day on which the state became true; without one it never came to count. */
export type TickFact = {
  item: string
  state: 'open' | 'started' | 'done' | 'not_applicable' | 'waived'
  doneOn: string | null
}

export type MilestoneFact = {
  milestone: string
  state: 'planned' | 'reached'
  reachedOn: string | null
  plannedOn: string | null
}

/** What is open and what is done in a step on one day, in the guidebook's order. */
export type StepStanding<S extends GuideStepShape = GuideStepShape> = {
  done: S['items']
  openEssentials: S['items']
  openOthers: S['items']
  waived: S['items']
  reached: S['milestones']
  openGates: S['milestones']
}

/** A step can have this many items marked "not applicable"; further ones stay open. */
export const MAX_NOT_APPLICABLE = 2

/** Sorts a step's items and milestones by how they stood on a day. Later facts do not count. */
export function readStanding<S extends GuideStepShape>(
  step: S,
  ticks: readonly TickFact[],
  milestones: readonly MilestoneFact[],
  day: string,
): StepStanding<S> {
  const current = ticks.filter((tick) => isBy(tick.doneOn, day))
  const stateOf = new Map(current.map((tick) => [tick.item, tick.state]))
  const leftOut = leftOutBy(step, current)
  const standing: StepStanding<S> = {
    ...{ done: [], openEssentials: [], openOthers: [], waived: [] },
    ...{ reached: [], openGates: [] },
  }
  for (const item of step.items) {
    const state = stateOf.get(item.id)
    if (state === 'done') standing.done.push(item)
    else if (state === 'waived') standing.waived.push(item)
    else if (leftOut.has(item.id)) continue
    else if (item.essential) standing.openEssentials.push(item)
    else standing.openOthers.push(item)
  }
  const reachedIds = new Set(
    milestones.filter((fact) => isReachedBy(fact, day)).map((fact) => fact.milestone),
  )
  for (const milestone of step.milestones) {
    if (reachedIds.has(milestone.id)) standing.reached.push(milestone)
    else if (milestone.gate) standing.openGates.push(milestone)
  }
  return standing
}

/** How many of the remaining non-essential items a step needs once its essentials are done. */
export function quotaBeyondEssentials(standing: StepStanding): number {
  return Math.max(0, quotaMissing(countItems(standing)) - standing.openEssentials.length)
}

/** The facts that decide a step's state on a day, from what the region has recorded. */
export function gatherStepFacts(
  step: GuideStepShape,
  ticks: readonly TickFact[],
  milestones: readonly MilestoneFact[],
  rounds: readonly Round[],
  asOf: string,
): StepFacts {
  const own = ownRecord(step, ticks, milestones)
  return {
    asOf,
    anyEntry: hasEntry(own, asOf),
    ...countFacts(step, readStanding(step, own.ticks, own.milestones, asOf)),
    reachedSince: findReachedSince(step, own, asOf),
    rounds,
    upkeep: {
      lastDoneOn: lastUpkeepOn(step, own.ticks, asOf),
      everyMonths: step.upkeep.everyMonths,
    },
  }
}

/** Counts for the percentage: what is done, and what there is without the items left out. */
export function progressCounts(
  step: GuideStepShape,
  standing: StepStanding,
): { done: ProgressCounts; total: ProgressCounts } {
  const applicable = [...standing.done, ...standing.openEssentials, ...standing.openOthers]
  return {
    done: countWeighted(standing.done, standing.reached),
    total: countWeighted(applicable, step.milestones),
  }
}

/** What a region has recorded on one of its steps. */
export type OwnRecord = { ticks: TickFact[]; milestones: MilestoneFact[] }

/** Picks what belongs to a step, so that reading it day by day need not look at all the others. */
export function ownRecord(
  step: GuideStepShape,
  ticks: readonly TickFact[],
  milestones: readonly MilestoneFact[],
): OwnRecord {
  const items = new Set([...step.items.map((item) => item.id), step.upkeep.id])
  const own = new Set(step.milestones.map((milestone) => milestone.id))
  return {
    ticks: ticks.filter((tick) => items.has(tick.item)),
    milestones: milestones.filter((fact) => own.has(fact.milestone)),
  }
}

function hasEntry({ ticks, milestones }: OwnRecord, asOf: string): boolean {
  return (
    ticks.some((tick) => tick.state !== 'open' && (tick.doneOn === null || tick.doneOn <= asOf)) ||
    milestones.some(
      (fact) =>
        fact.plannedOn !== null ||
        (fact.state === 'reached' && (fact.reachedOn === null || fact.reachedOn <= asOf)),
    )
  )
}

function findReachedSince(step: GuideStepShape, own: OwnRecord, asOf: string): string | null {
  const changes = [
    ...own.ticks.map((tick) => tick.doneOn),
    ...own.milestones.map((fact) => fact.reachedOn),
  ].filter((day): day is string => isBy(day, asOf))
  let since: string | null = null
  for (const day of [...new Set(changes)].sort().reverse()) {
    const standing = readStanding(step, own.ticks, own.milestones, day)
    if (!factsHold(countFacts(step, standing))) break
    since = day
  }
  return since
}

function lastUpkeepOn(step: GuideStepShape, ticks: readonly TickFact[], asOf: string) {
  const days = ticks.flatMap((tick) =>
    tick.item === step.upkeep.id && tick.state === 'done' && isBy(tick.doneOn, asOf)
      ? [tick.doneOn]
      : [],
  )
  return days.sort().at(-1) ?? null
}

/** The first two non-essential items not applicable do not count; waived ones never do. */
function leftOutBy(step: GuideStepShape, current: readonly TickFact[]): Set<string> {
  const notApplicable = current.filter((tick) => tick.state === 'not_applicable')
  if (notApplicable.length === 0) return new Set()
  const optional = new Set(step.items.filter((item) => !item.essential).map((item) => item.id))
  const counted = notApplicable
    .filter((tick) => optional.has(tick.item))
    .sort((a, b) => (a.doneOn ?? '').localeCompare(b.doneOn ?? '') || a.item.localeCompare(b.item))
    .slice(0, MAX_NOT_APPLICABLE)
  return new Set(counted.map((tick) => tick.item))
}

function countFacts(step: GuideStepShape, standing: StepStanding) {
  const essentials = step.items.filter((item) => item.essential).length
  const gates = step.milestones.filter((milestone) => milestone.gate).length
  return {
    essentials: { done: essentials - standing.openEssentials.length, total: essentials },
    items: countItems(standing),
    gates: { reached: gates - standing.openGates.length, total: gates },
  }
}

function countItems({ done, openEssentials, openOthers }: StepStanding) {
  return { done: done.length, applicable: done.length + openEssentials.length + openOthers.length }
}

function countWeighted(
  items: readonly { essential: boolean }[],
  milestones: readonly { gate: boolean }[],
): ProgressCounts {
  const essential = items.filter((item) => item.essential).length
  const gate = milestones.filter((milestone) => milestone.gate).length
  return {
    essential,
    other: items.length - essential,
    gate,
    otherMilestones: milestones.length - gate,
  }
}

function isReachedBy(fact: MilestoneFact, day: string): boolean {
  return fact.state === 'reached' && isBy(fact.reachedOn, day)
}

function isBy(fact: string | null, day: string): fact is string {
  return fact !== null && fact <= day
}
