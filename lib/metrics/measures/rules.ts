import type { Metric } from '../rules'

/** What numbers are measured against. */
export const MEASURES = ['enterprises', 'workers', 'population', 'base'] as const
type Measure = (typeof MEASURES)[number]

/** What a region has of it, in a year. */
export interface Denominator {
  kind: Measure
  year: number
  value: number
}

/** Per how many of what a metric is told (guidebook model, 3.10). */
const PER: Partial<Record<Metric, { kind: Measure; per: number; least: number }>> = {
  partners_engaged: { kind: 'enterprises', per: 100, least: 100 },
  smes_adopting: { kind: 'enterprises', per: 100, least: 100 },
  learners_reached: { kind: 'workers', per: 1000, least: 500 },
  funding_leveraged: { kind: 'base', per: 1, least: 0 },
}

/** A number set against what there is; `rate` is null where there is too little to say it of. */
export interface Measured {
  kind: Measure
  year: number
  rate: number | null
}

/**
 * A metric's value per 100 enterprises, 1,000 people or euro, by the latest year known: to two
 * decimals. Null where nothing is known to set it against, or nothing is told.
 */
export function measure(
  metric: Metric,
  value: number | null,
  known: readonly Denominator[],
): Measured | null {
  const rule = PER[metric]
  const [against] = known
    .filter(({ kind }) => kind === rule?.kind)
    .toSorted((a, b) => b.year - a.year)
  if (!rule || !against || value === null) return null
  const { kind, year } = against
  if (against.value < rule.least) return { kind, year, rate: null }
  return { kind, year, rate: Math.round((value / against.value) * rule.per * 100) / 100 }
}
