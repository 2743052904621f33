/** Date column value of an ISO day, or null. */
export function fromDay(day: string): Date
export function fromDay(day: string | null): Date | null
export function fromDay(day: string | null): Date | null {
  return day ? new Date(`${day}T00:00:00Z`) : null
}
