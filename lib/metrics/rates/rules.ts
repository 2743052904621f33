/** How many units of a currency one euro was worth on a day. */
export interface Rate {
  day: string
  rate: number
  source: string
}

/** The rate of a day: that of the day itself, else of the nearest day before; null where none is. */
export function rateOn(rates: readonly Rate[], day: string): Rate | null {
  const known = rates.filter((rate) => rate.day <= day)
  return known.toSorted((a, b) => b.day.localeCompare(a.day))[0] ?? null
}

/** An amount in euros and cents, half a cent up. */
export function toEuros(amount: number, rate: number): number {
  return Math.round((amount / rate) * 100 + 1e-7) / 100
}
