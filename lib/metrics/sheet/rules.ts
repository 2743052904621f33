import type { Breakdown, Metric } from '../rules'

/** The columns of the sheet of numbers, in the order in which it is written. */
export const METRIC_COLUMNS = [
  ...(['metric', 'unit', 'quarter', 'value', 'status', 'version'] as const),
  ...(['parts', 'source', 'context'] as const),
] as const
export type MetricColumn = (typeof METRIC_COLUMNS)[number]

/** What a row can say of a quarter. */
export interface Values {
  value: number | null
  breakdown: Breakdown
  source: string
  context: string
  status: 'draft' | 'confirmed'
}

/** What one row asks for. What is absent changes nothing. */
export interface WantedEntry {
  /** As spreadsheets number rows: the first is 1. */
  row: number
  metric: Metric | null
  quarter: string | null
  /** The version a downloaded row names; null takes things as they are now. */
  version: number | null
  set: Partial<Values>
}

/** What is wrong with a cell: a key of the messages below `metrics.sheet.faults`. */
export interface Fault {
  column: MetricColumn
  fault: string
  values?: Record<string, string | number>
}

/** What was told, in one version. */
export interface Standing extends Values {
  metric: Metric
  quarter: string
  version: number
}

export const TEXT_LIMITS = { source: 500, context: 200 } as const
