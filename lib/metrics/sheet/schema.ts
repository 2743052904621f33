import { z } from 'zod'
import { line, lines } from '@/lib/forms/fields'
import { MOST_VALUE } from '@/lib/metrics/numbers/rules'
import { METRICS } from '@/lib/metrics/rules'
import { TEXT_LIMITS } from '@/lib/metrics/sheet/rules'
import { MOST_ROWS } from '@/lib/sheet/rules'
import { sentChanges } from '@/lib/sheet/schema'

export const lookAtMetricsSchema = z.object({
  regionId: z.uuid(),
  file: z.instanceof(File, { error: 'sheetNone' }),
})

const number = z.number().min(0).max(MOST_VALUE)

const change = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  metric: z.enum(METRICS),
  quarter: z.string().regex(/^(19|20)\d\d-Q[1-4]$/),
  version: z.int().min(0).max(2_000_000_000).nullable(),
  set: z
    .strictObject({
      value: number.nullable(),
      breakdown: z.record(z.string().max(40), number),
      ...{ source: lines(TEXT_LIMITS.source), context: line(TEXT_LIMITS.context) },
      status: z.enum(['draft', 'confirmed']),
    })
    .partial(),
})

/** Changes as the page has shown them: they come back as text, and are trusted in nothing. */
export const keepMetricsSchema = z.object({
  regionId: z.uuid(),
  changes: sentChanges(z.array(change).max(MOST_ROWS)),
})

export type LookAtMetrics = z.output<typeof lookAtMetricsSchema>
export type KeepMetrics = z.output<typeof keepMetricsSchema>
