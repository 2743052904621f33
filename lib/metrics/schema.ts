import { z } from 'zod'
import { line, lines, optionalDay, seen, tickBox } from '@/lib/forms/fields'
import { MOST_VALUE, readNumber } from '@/lib/metrics/numbers/rules'
import { METRICS, PART_NAMES } from '@/lib/metrics/rules'

/** A number as people write it: 1,000.5 and 1.000,5 alike; empty is null and never nought. */
export const amount = z
  .string()
  .trim()
  .max(20, 'number')
  .transform((text, context) => {
    if (text === '') return null
    const value = readNumber(text)
    if (value !== null && value <= MOST_VALUE) return value
    context.addIssue({ code: 'custom', message: 'number' })
    return z.NEVER
  })

const quarter = z.string().regex(/^(19|20)\d\d-Q[1-4]$/, 'invalid')

const parts = Object.fromEntries(PART_NAMES.map((name) => [name, amount.default(null)]))

const which = { regionId: z.uuid(), metric: z.enum(METRICS) }

export const noteMetricSchema = z.object({
  ...{ ...which, quarter, version: seen, value: amount.default(null) },
  ...{ source: lines(500).default(''), context: line(200).default(''), confirm: tickBox },
  ...parts,
})

export const setTargetSchema = z.object({
  ...which,
  value: amount.refine((value) => value !== null && value > 0, 'number'),
  ...{ dueOn: optionalDay, baseline: amount, baselineOn: optionalDay },
  source: line(200).default(''),
})

export const dropTargetSchema = z.object({ regionId: z.uuid(), id: z.uuid() })

type Which = { regionId: string; metric: (typeof METRICS)[number] }

export type NoteMetric = Which & {
  quarter: string
  version: number
  value: number | null
  source: string
  context: string
  confirm: boolean
} & Record<string, unknown>
export type SetTarget = z.output<typeof setTargetSchema>
export type DropTarget = z.output<typeof dropTargetSchema>
