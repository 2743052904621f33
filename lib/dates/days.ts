/** ISO day ('2026-03-14') of a date column, or null. */
export function toDay(date: Date): string
export function toDay(date: Date | null): string | null
export function toDay(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null
}

/** Date column value of an ISO day, or null. */
export function fromDay(day: string): Date
export function fromDay(day: string | null): Date | null
export function fromDay(day: string | null): Date | null {
  return day ? new Date(`${day}T00:00:00Z`) : null
}
