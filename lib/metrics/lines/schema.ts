import { z } from 'zod'
import { line, optionalDay, tickBox } from '@/lib/forms/fields'
import { LINED, STAGES } from '@/lib/metrics/lines/rules'
import { PART_NAMES } from '@/lib/metrics/rules'
import { currency, rate } from '@/lib/metrics/rates/schema'
import { amount } from '@/lib/metrics/schema'

const year = z.coerce
  .number('year')
  .int('year')
  .min(1990, 'year')
  .max(2099, 'year')
  .or(z.literal('').transform(() => null))
  .default(null)

const day = optionalDay.refine((value) => value !== null, 'required')

/** Known only where the programme has no rate of that day. */
const ownRate = {
  rate: rate.or(z.literal('').transform(() => null)).default(null),
  rateSource: line(200).default(''),
}

export const addLineSchema = z.object({
  ...{ regionId: z.uuid(), metric: z.enum(LINED), title: line(200).min(1, 'required'), day },
  kind: z.enum(PART_NAMES).or(z.literal('')).default(''),
  stage: z.enum(STAGES).or(z.literal('')).default(''),
  ...{ learners: amount.default(null), amount: amount.default(null) },
  ...{ currency: currency.default('EUR'), ...ownRate, fromYear: year, toYear: year },
  ...{ joint: tickBox, jointKey: line(30).default(''), share: amount.default(null) },
})

export const advanceLineSchema = z.object({
  ...{ regionId: z.uuid(), id: z.uuid(), stage: z.enum(['secured', 'received']) },
  ...{ day: optionalDay.default(null), ...ownRate },
})

export const dropLineSchema = z.object({ regionId: z.uuid(), id: z.uuid() })

export type AddLine = z.output<typeof addLineSchema>
export type AdvanceLine = z.output<typeof advanceLineSchema>
export type DropLine = z.output<typeof dropLineSchema>
