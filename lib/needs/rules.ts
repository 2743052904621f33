import type { DerivedStep } from '../journey/derived/rules'
import {
  type MilestoneFact,
  quotaBeyondEssentials,
  readStanding,
  type StepStanding,
} from '../journey/facts/rules'
import { isReached } from '../journey/rules'
import type { NeedLine, NeedRecord, NeedRound, NeedStep, NeedTick } from './lines/rules'
import { needsOnceReached } from './reached/rules'

const MAX_LINES = 3

export type StepNeeds = {
  step: string
  number: number
  summary: NeedLine<'needs.step.summary'>
  lines: NeedLine[]
}

export type RegionNeeds = {
  /** What completes the first incomplete part; null when every part is complete. */
  part: NeedLine<'needs.part'> | null
  steps: StepNeeds[]
  nothing: NeedLine<'needs.nothing'> | null
}

/** A step's summary and its at most three needs, the most binding first (guidebook model, 3.8). */
export function stepNeeds(
  step: NeedStep,
  derived: DerivedStep,
  ticks: readonly NeedTick[],
  milestones: readonly MilestoneFact[],
  rounds: readonly NeedRound[],
  asOf: string,
): StepNeeds {
  const standing = readStanding(step, ticks, milestones, asOf)
  const open = [
    ...essentialLines(step, standing, ticks, asOf),
    ...gateLines(step, standing, milestones, asOf),
    ...quotaLines(step, standing, ticks, asOf),
  ]
  const lines = open.length > 0 ? open : needsOnceReached(step, derived, ticks, rounds, asOf)
  return {
    step: step.slug,
    number: step.number,
    summary: summarise(step, standing),
    lines: lines.slice(0, MAX_LINES),
  }
}

/**
 * What a region still needs: both steps of its first incomplete part, then other steps in progress,
 * then those to be refreshed, each group by number.
 */
export function regionNeeds(
  steps: readonly NeedStep[],
  derived: readonly DerivedStep[],
  { ticks, milestones, rounds = {} }: NeedRecord,
  asOf: string,
): RegionNeeds {
  const ordered = orderByNeed(derived)
  const listed = ordered.flatMap((found) => {
    const step = steps.find(({ slug }) => slug === found.slug)
    if (!step) return []
    return [stepNeeds(step, found, ticks, milestones, rounds[step.slug] ?? [], asOf)]
  })
  return {
    part: partLine(derived),
    steps: listed,
    nothing:
      listed.length > 0 ? null : { key: 'needs.nothing', step: null, subject: null, values: {} },
  }
}

/**
 * What a region needs next, for seeing many regions at once: the first line of the first step whose
 * facts do not hold yet, since that is what moves the region; else of the first step listed.
 */
export function nextNeed(needs: RegionNeeds): NeedLine | null {
  const open = needs.steps.find(({ summary: { values } }) => values.missing + values.openGates > 0)
  return (open ?? needs.steps[0])?.lines[0] ?? null
}

function essentialLines(
  step: NeedStep,
  standing: StepStanding<NeedStep>,
  ticks: readonly NeedTick[],
  asOf: string,
): NeedLine[] {
  return mostBindingFirst(standing.openEssentials, ticks, asOf).map((item) => {
    const tick = ticks.find((found) => found.item === item.id)
    const due = tick?.dueOn ?? null
    return {
      key: 'needs.item.essential',
      step: step.slug,
      subject: item.id,
      values: {
        owner: tick?.owner ?? null,
        hasDue: due ? 'yes' : 'no',
        due,
        overdue: isOverdue(due, asOf),
      },
    }
  })
}

function gateLines(
  step: NeedStep,
  standing: StepStanding<NeedStep>,
  milestones: readonly MilestoneFact[],
  asOf: string,
): NeedLine[] {
  const lines = standing.openGates.map(({ id }): NeedLine<'needs.milestone.gate'> => {
    const plannedOn = milestones.find((fact) => fact.milestone === id)?.plannedOn ?? null
    const values = { plannedOn, overdue: isOverdue(plannedOn, asOf) }
    return { key: 'needs.milestone.gate', step: step.slug, subject: id, values }
  })
  return lines.sort((a, b) => Number(b.values.overdue) - Number(a.values.overdue))
}

function quotaLines(
  step: NeedStep,
  standing: StepStanding<NeedStep>,
  ticks: readonly NeedTick[],
  asOf: string,
): NeedLine[] {
  const k = quotaBeyondEssentials(standing)
  if (k === 0) return []
  const items = mostBindingFirst(standing.openOthers, ticks, asOf).map((item) => item.id)
  return [{ key: 'needs.items.quota', step: step.slug, subject: null, values: { k, items } }]
}

function summarise(step: NeedStep, standing: StepStanding): NeedLine<'needs.step.summary'> {
  const allEssential = step.items.filter((item) => item.essential).length
  const openEssential = standing.openEssentials.length
  return {
    key: 'needs.step.summary',
    step: step.slug,
    subject: null,
    values: {
      n: step.number,
      doneEssential: allEssential - openEssential,
      allEssential,
      missing: openEssential + quotaBeyondEssentials(standing),
      openGates: standing.openGates.length,
    },
  }
}

function partLine(derived: readonly DerivedStep[]): RegionNeeds['part'] {
  const part = firstIncompletePart(derived)
  if (part === null) return null
  const steps = byNumber(derived)
    .filter((step) => partOf(step) === part && !isReached(step.state))
    .map((step) => step.slug)
  return { key: 'needs.part', step: null, subject: null, values: { part, steps } }
}

function orderByNeed(derived: readonly DerivedStep[]): DerivedStep[] {
  const part = firstIncompletePart(derived)
  const ofPart = byNumber(derived).filter((step) => partOf(step) === part)
  const others = byNumber(derived).filter((step) => partOf(step) !== part)
  return [
    ...ofPart,
    ...others.filter((step) => step.state === 'in_progress'),
    ...others.filter((step) => step.flags.includes('needs_refresh')),
  ]
}

function firstIncompletePart(derived: readonly DerivedStep[]): number | null {
  const firstOpen = byNumber(derived).find((step) => !isReached(step.state))
  return firstOpen ? partOf(firstOpen) : null
}

function partOf(step: DerivedStep): number {
  return Math.ceil(step.number / 2)
}

function byNumber(derived: readonly DerivedStep[]): DerivedStep[] {
  return [...derived].sort((a, b) => a.number - b.number)
}

/** Overdue first, then items that suggest a milestone, then as the guidebook lists them. */
function mostBindingFirst(
  items: NeedStep['items'],
  ticks: readonly NeedTick[],
  asOf: string,
): NeedStep['items'] {
  const dueOn = new Map(ticks.map((tick) => [tick.item, tick.dueOn]))
  const rank = (item: NeedStep['items'][number]) =>
    (isOverdue(dueOn.get(item.id) ?? null, asOf) ? 0 : 2) + (item.triggersMilestone ? 0 : 1)
  return [...items].sort((a, b) => rank(a) - rank(b))
}

function isOverdue(due: string | null, asOf: string): boolean {
  return due !== null && due < asOf
}
