import { z } from 'zod'
import { line } from '@/lib/forms/fields'
import { MEASURES } from '@/lib/metrics/measures/rules'
import { amount } from '@/lib/metrics/schema'

const of = {
  regionId: z.uuid(),
  kind: z.enum(MEASURES),
  year: z.coerce.number('year').int('year').min(1990, 'year').max(2099, 'year'),
}

export const setMeasureSchema = z.object({
  ...of,
  value: amount.refine((value) => value !== null && value > 0, 'number'),
  source: line(200).min(1, 'required'),
})

export const dropMeasureSchema = z.object(of)

export type SetMeasure = z.output<typeof setMeasureSchema>
export type DropMeasure = z.output<typeof dropMeasureSchema>
