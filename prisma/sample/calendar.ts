import { addDays } from '../../lib/dates/rules'

/** The day a number of days before the anchor (after it, when negative), moved off the weekend. */
export function workday(anchor: string, daysAgo: number): string {
  const day = addDays(anchor, -daysAgo)
  if (daysAgo === 0) return day
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  // What was done moves back to Friday, what is planned on to Monday: neither crosses the anchor.
  const [saturday, sunday] = daysAgo > 0 ? [-1, -2] : [2, 1]
  if (weekday === 6) return addDays(day, saturday)
  return weekday === 0 ? addDays(day, sunday) : day
}

/** The instant some thousandths later, so that what happened in one minute keeps an order. */
export function later(at: Date, thousandths: number): Date {
  return new Date(at.getTime() + thousandths)
}

/** An instant in office hours, anywhere in Europe, later the more entries the day has already. */
export function officeHour(day: string, entriesBefore: number, minutes: number): Date {
  const minuteOfDay = 8 * 60 + Math.min(entriesBefore * 15 + minutes, 7 * 60 + entriesBefore)
  return new Date(Date.parse(`${day}T00:00:00Z`) + minuteOfDay * 60_000 + entriesBefore * 1000)
}
