import { addDays, daysBetween } from '../../dates/rules'

/** A closed assessment round of one step; the figures are unrounded or rounded to two decimals. */
export type Round = {
  closedOn: string
  kind: 'survey' | 'consensus'
  respondents: number
  organisations: number
  sectors: number
  level: number
  lowest: number
  core: number
  /** Views differ, or there are two camps, on one of its statements. */
  differs?: boolean
}

export type Confirmation<R extends Round = Round> = {
  /** The latest valid round in play, whatever it says. */
  latest: R | null
  /** The present run of confirmation, if there is one. */
  run: { since: string; first: R; sustaining: R | null } | null
}

/** The days that decide about confirming, keeping and sustaining a step. */
export const CONFIRMATION_DAYS = {
  fresh: 365,
  lapse: 455,
  betweenRounds: 150,
  toSustain: 180,
} as const

/** What a valid survey needs; a consensus session needs the organisations and sectors only. */
export const VALID_ROUND = { respondents: 5, organisations: 3, sectors: 2 } as const

/** Whether enough people, organisations and sectors took part for the round to count. */
function isValidRound(round: Round): boolean {
  const enoughPeople = round.kind === 'consensus' || round.respondents >= VALID_ROUND.respondents
  return (
    enoughPeople &&
    round.organisations >= VALID_ROUND.organisations &&
    round.sectors >= VALID_ROUND.sectors
  )
}

/** A level as people see it: half up to one decimal, given in tenths so that it compares exactly. */
export function seenTenths(value: number): number {
  // 2.45 * 10 may land a hair below 24.5 in binary; the nudge is far below two decimals.
  return Math.floor(value * 10 + 0.5 + 1e-9)
}

/** Whether a round's level and lowest statement are high enough to confirm a reached step. */
export function isConfirmingLevel(round: Round): boolean {
  return seenTenths(round.level) >= 30 && seenTenths(round.lowest) >= 20
}

/**
 * Walks through the valid rounds and says whether partners confirm, as of a day, a step whose facts
 * have held since `reachedSince`.
 */
export function walkConfirmation<R extends Round>(
  rounds: readonly R[],
  reachedSince: string,
  asOf: string,
): Confirmation<R> {
  const inPlay = roundsInPlay(rounds, reachedSince, asOf)
  let run: Confirmation<R>['run'] = null
  let latest: R | null = null
  for (const round of inPlay) {
    if (run && latest && hasLapsed(latest, round.closedOn)) run = null
    run = run ? continueRun(run, round) : beginRun(round, reachedSince)
    latest = round
  }
  if (latest && hasLapsed(latest, asOf)) run = null
  return { latest, run }
}

function roundsInPlay<R extends Round>(rounds: readonly R[], reachedSince: string, asOf: string) {
  const valid = rounds
    .filter((round) => round.closedOn <= asOf && isValidRound(round))
    .sort((a, b) => (a.closedOn < b.closedOn ? -1 : a.closedOn > b.closedOn ? 1 : 0))
  const before = valid.filter((round) => round.closedOn < reachedSince)
  const after = valid.filter((round) => round.closedOn >= reachedSince)
  return [...before.slice(-1), ...after]
}

function hasLapsed(latest: Round, day: string): boolean {
  return daysBetween(latest.closedOn, day) > CONFIRMATION_DAYS.lapse
}

function beginRun<R extends Round>(round: R, reachedSince: string): Confirmation<R>['run'] {
  const isRecent = round.closedOn >= addDays(reachedSince, -CONFIRMATION_DAYS.fresh)
  if (!isRecent || !isConfirmingLevel(round)) return null
  const since = round.closedOn > reachedSince ? round.closedOn : reachedSince
  return { since, first: round, sustaining: null }
}

function continueRun<R extends Round>(
  run: NonNullable<Confirmation<R>['run']>,
  round: R,
): Confirmation<R>['run'] {
  if (seenTenths(round.level) < 25) return null
  if (seenTenths(round.level) < 32) return { ...run, sustaining: null }
  const isSustaining =
    daysBetween(run.first.closedOn, round.closedOn) >= CONFIRMATION_DAYS.betweenRounds &&
    seenTenths(round.level) >= 35 &&
    seenTenths(round.core) >= 35
  return { ...run, sustaining: run.sustaining ?? (isSustaining ? round : null) }
}
