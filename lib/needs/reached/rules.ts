import { addDays, daysBetween } from '../../dates/rules'
import {
  CONFIRMATION_DAYS,
  type Confirmation,
  isConfirmingLevel,
  seenTenths,
  VALID_ROUND,
  walkConfirmation,
} from '../../journey/confirmation/rules'
import type { DerivedStep } from '../../journey/derived/rules'
import { gatherStepFacts } from '../../journey/facts/rules'
import { upkeepDueOn } from '../../journey/rules'
import type { NeedLine, NeedRound, NeedStep, NeedTick } from '../lines/rules'

const CONFIRMING_LEVEL = 3
const OLD_AFTER_DAYS = 335
const UPKEEP_SOON_DAYS = 30

type Situation = {
  step: NeedStep
  state: DerivedStep['state']
  reachedSince: string
  confirmation: Confirmation<NeedRound>
  upkeepDue: string
  firstUpkeepOn: string | null
  rounds: readonly NeedRound[]
  asOf: string
}

/** What a step whose facts hold needs to be confirmed, kept and sustained: partners, then upkeep. */
export function needsOnceReached(
  step: NeedStep,
  derived: DerivedStep,
  ticks: readonly NeedTick[],
  rounds: readonly NeedRound[],
  asOf: string,
): NeedLine[] {
  const reachedSince = derived.reachedSince ?? asOf
  const { upkeep } = gatherStepFacts(step, ticks, [], rounds, asOf)
  const situation: Situation = {
    step,
    state: derived.state,
    reachedSince,
    confirmation: walkConfirmation(rounds, reachedSince, asOf),
    upkeepDue: upkeepDueOn(upkeep, reachedSince, asOf),
    firstUpkeepOn: findFirstUpkeep(step, ticks, reachedSince, asOf),
    rounds,
    asOf,
  }
  return [
    ...askPartners(situation),
    ...repeatAssessment(situation),
    ...keepUp(situation),
    ...whatSustains(situation),
  ]
}

function askPartners({ step, state, confirmation, rounds, asOf }: Situation): NeedLine[] {
  const { latest } = confirmation
  if (state === 'reached' && (!latest || !isFresh(latest, asOf))) {
    const weak = findTooFew(rounds, asOf)
    if (!weak) return [about(step, { key: 'needs.assessment.none', values: {} })]
    const n = weak.respondents
    const values = { n, m: VALID_ROUND.respondents - n }
    return [about(step, { key: 'needs.assessment.fewer', values })]
  }
  if (!latest || isConfirmingLevel(latest)) return []
  const level = seenTenths(latest.level) / 10
  const values = {
    level,
    lowest: seenTenths(latest.lowest) / 10,
    band: Math.floor(level + 0.5),
    threshold: CONFIRMING_LEVEL,
    statement: latest.lowestStatement ?? null,
    nextAnchor: latest.nextAnchor ?? null,
  }
  return [about(step, { key: 'needs.assessment.low', values })]
}

function repeatAssessment({ step, state, confirmation, asOf }: Situation): NeedLine[] {
  const { latest } = confirmation
  if (state === 'reached' || !latest) return []
  if (daysBetween(latest.closedOn, asOf) <= OLD_AFTER_DAYS) return []
  // Past the year there are days of grace left before the confirmation lapses.
  const allowed = isFresh(latest, asOf) ? CONFIRMATION_DAYS.fresh : CONFIRMATION_DAYS.lapse
  const values = { date: latest.closedOn, deadline: addDays(latest.closedOn, allowed) }
  return [about(step, { key: 'needs.assessment.old', values })]
}

function keepUp({ step, state, confirmation, upkeepDue, asOf }: Situation): NeedLine[] {
  const isOverdue = upkeepDue < asOf
  const isSoon = upkeepDue <= addDays(asOf, UPKEEP_SOON_DAYS)
  const isSaidElsewhere = state === 'confirmed' && !confirmation.run?.sustaining
  const isNeeded = isSaidElsewhere ? isOverdue : isSoon || state !== 'sustained'
  if (!isNeeded) return []
  const values = { date: upkeepDue, overdue: isOverdue }
  return [about(step, { key: 'needs.upkeep', values }, step.upkeep.id)]
}

function whatSustains(situation: Situation): NeedLine[] {
  const { step, state, reachedSince, confirmation, upkeepDue, firstUpkeepOn } = situation
  const { run, latest } = confirmation
  if (!run || !latest) return []
  if (state === 'confirmed' && !run.sustaining) {
    const roundDate = addDays(latest.closedOn, CONFIRMATION_DAYS.betweenRounds)
    const values = { date: reachedSince, upkeepDate: upkeepDue, roundDate }
    return [about(step, { key: 'needs.step.reached', values }, step.upkeep.id)]
  }
  if (state !== 'sustained' || !run.sustaining) return []
  const conditionsMetOn = [
    addDays(run.since, CONFIRMATION_DAYS.toSustain),
    run.sustaining.closedOn,
    firstUpkeepOn ?? reachedSince,
  ]
  const nextRound = addDays(latest.closedOn, CONFIRMATION_DAYS.fresh)
  const values = {
    date: conditionsMetOn.reduce(laterOf),
    date2: upkeepDue < nextRound ? upkeepDue : nextRound,
  }
  return [about(step, { key: 'needs.step.sustained', values })]
}

/** The latest survey of the last year, when too few people answered it to count. */
function findTooFew(rounds: readonly NeedRound[], asOf: string): NeedRound | null {
  const closed = rounds.filter((round) => round.closedOn <= asOf && isFresh(round, asOf))
  const latest = closed.sort((a, b) => (a.closedOn < b.closedOn ? -1 : 1)).at(-1)
  if (!latest || latest.kind !== 'survey') return null
  return latest.respondents < VALID_ROUND.respondents ? latest : null
}

function findFirstUpkeep(
  step: NeedStep,
  ticks: readonly NeedTick[],
  reachedSince: string,
  asOf: string,
): string | null {
  const days = ticks.flatMap(({ item, state, doneOn }) => {
    const counts = item === step.upkeep.id && state === 'done' && doneOn !== null
    return counts && doneOn >= reachedSince && doneOn <= asOf ? [doneOn] : []
  })
  return days.sort()[0] ?? null
}

function isFresh(round: NeedRound, asOf: string): boolean {
  return daysBetween(round.closedOn, asOf) <= CONFIRMATION_DAYS.fresh
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b
}

function about<L extends Pick<NeedLine, 'key' | 'values'>>(
  step: NeedStep,
  line: L,
  subject: string | null = null,
) {
  return { ...line, step: step.slug, subject }
}
