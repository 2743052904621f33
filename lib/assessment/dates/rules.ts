import { addDays, daysBetween } from '../../dates/rules'

/** A round is open for two to four weeks (guidebook/model.md 3.7). */
const OPEN_DAYS = { least: 14, most: 28 } as const

/**
 * Rounds of one kind are held at least this many days apart, else people tire of them, and what one
 * says less the other would be what the few said who answered in one alone.
 */
const APART_DAYS = 150

/** Days before closing on which those who have not answered are reminded. */
const REMIND_DAYS = [7, 1] as const

/** The first and last day on which a round opened on a day may close. */
export function closingDays(openedOn: string): { first: string; last: string } {
  return { first: addDays(openedOn, OPEN_DAYS.least), last: addDays(openedOn, OPEN_DAYS.most) }
}

/** True on the days on which those who have not answered are reminded. */
export function isReminderDay(today: string, closesOn: string): boolean {
  return REMIND_DAYS.some((days) => daysBetween(today, closesOn) === days)
}

/** The last closing day of a round after which another of its kind may open on a day. */
export function lastClosingBefore(openedOn: string): string {
  return addDays(openedOn, -APART_DAYS)
}

/** The day from which the next round of a kind is due, and whether that is still ahead. */
export function nextRoundFrom(lastClosedOn: string | null): string | null {
  return lastClosedOn && addDays(lastClosedOn, APART_DAYS)
}

/** About how many minutes a form takes, by how many statements it has (36 in about 25 minutes). */
export function minutesFor(statements: number): number {
  return Math.max(1, Math.round((statements * 25) / 36))
}
