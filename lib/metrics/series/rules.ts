import { KIND, type Breakdown, type Metric } from '../rules'

/** What was said of a quarter; of several versions the highest stands. */
export interface Entry {
  metric: Metric
  /** Such as 2026-Q3. */
  quarter: string
  version: number
  value: number | null
  breakdown: Breakdown
  status: 'draft' | 'confirmed'
}

export interface Target {
  metric: Metric
  value: number
  dueOn: string | null
  baseline: number | null
  baselineOn: string | null
}

/** One quarter of a series: null is a gap, never nought. */
export interface Point {
  quarter: string
  value: number | null
}

/** What a metric says over some quarters, and how many of them it can say it of. */
export interface Figure {
  value: number | null
  reported: number
  of: number
}

/** The quarter in which an ISO day lies. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** A quarter so many quarters later, or earlier. */
export function addQuarters(quarter: string, count: number): string {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + count
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
}

/** The last `count` quarters that were over on an ISO day, the earliest first. */
export function quartersBefore(day: string, count: number): string[] {
  const now = quarterOf(day)
  return Array.from({ length: count }, (_, index) => addQuarters(now, index - count))
}

/** The last ISO day of a quarter. */
export function lastDayOf(quarter: string): string {
  const ends = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' } as const
  return `${quarter.slice(0, 4)}-${ends[Number(quarter.slice(6)) as 1]}`
}

/** The version of each quarter that counts: the latest that was confirmed. */
export function confirmedOf(entries: readonly Entry[]): Map<string, Entry> {
  const standing = new Map<string, Entry>()
  for (const entry of entries) {
    const before = standing.get(entry.quarter)
    if (entry.status !== 'confirmed') continue
    if (!before || before.version < entry.version) standing.set(entry.quarter, entry)
  }
  return standing
}

/** A metric's values by quarter; drafts say nothing yet (guidebook model, 3.9). */
export function seriesOf(entries: readonly Entry[], quarters: readonly string[]): Point[] {
  const confirmed = confirmedOf(entries)
  return quarters.map((quarter) => ({ quarter, value: confirmed.get(quarter)?.value ?? null }))
}

/**
 * A stock is worth what its last quarter told says, flows add up; what nobody told is missing and
 * is never nought (guidebook model, 3.9).
 */
export function figureOf(metric: Metric, series: readonly Point[]): Figure {
  const told = series.filter((point): point is Point & { value: number } => point.value !== null)
  const counts = { reported: told.length, of: series.length }
  if (told.length === 0) return { value: null, ...counts }
  const value =
    KIND[metric] === 'stock'
      ? (told.at(-1)?.value ?? null)
      : told.reduce((sum, point) => sum + point.value, 0)
  return { value, ...counts }
}

/**
 * How far it is to a target in per cent, from its baseline: only where one is known. A flow counts
 * what came about in quarters that ended after the baseline's day (guidebook model, 3.9).
 */
export function progressTo(target: Target, entries: readonly Entry[]): number | null {
  const { metric, value, baseline, baselineOn } = target
  if (baseline === null || value <= baseline) return null
  const confirmed = [...confirmedOf(entries).values()].filter(
    (entry) => baselineOn === null || lastDayOf(entry.quarter) > baselineOn,
  )
  const series = confirmed.toSorted((a, b) => a.quarter.localeCompare(b.quarter))
  const { value: since } = figureOf(metric, series)
  if (since === null) return 0
  const now = KIND[metric] === 'stock' ? since : baseline + since
  return Math.max(0, Math.floor((100 * (now - baseline)) / (value - baseline)))
}
