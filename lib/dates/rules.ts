const MS_PER_DAY = 86_400_000

/** The ISO day `days` days after `day` (before it, when negative). Throws a RangeError on no ISO day. */
export function addDays(day: string, days: number): string {
  return fromSerial(toSerial(day) + days)
}

/** The same day of the month `months` later; a day that month lacks becomes its last day. */
export function addMonths(day: string, months: number): string {
  const [year, month, dayOfMonth] = split(day)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const target = Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastOfMonth))
  return fromSerial(target / MS_PER_DAY)
}

/** Days from one ISO day to another; negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return toSerial(to) - toSerial(from)
}

/** Full calendar months that have passed on `day` since `start`; negative before `start`. */
export function monthsBetween(start: string, day: string): number {
  const [startYear, startMonth] = split(start)
  const [year, month] = split(day)
  const months = (year - startYear) * 12 + (month - startMonth)
  return addMonths(start, months) > day ? months - 1 : months
}

/** The ISO day it is at `instant` in an IANA time zone. Throws a RangeError on an unknown zone. */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = formatterFor(timeZone).formatToParts(instant)
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

function toSerial(day: string): number {
  const [year, month, dayOfMonth] = split(day)
  return Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY
}

function fromSerial(serial: number): string {
  return new Date(serial * MS_PER_DAY).toISOString().slice(0, 10)
}

function split(day: string): [year: number, month: number, dayOfMonth: number] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) throw new RangeError(`Not an ISO day: ${day}`)
  return [Number(match[1]), Number(match[2]), Number(match[3])]
}

// Building a formatter costs far more than using it, and a programme has few time zones.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}

/** A moment where readers may live anywhere: with the zone in which it is told. */
export const WITH_ZONE = {
  ...({ day: 'numeric', month: 'short', year: 'numeric' } as const),
  ...({ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const),
}
