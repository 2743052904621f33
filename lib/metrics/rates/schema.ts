import { z } from 'zod'
import { line, optionalDay } from '@/lib/forms/fields'

/** Three letters, such as CZK. */
export const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'currency')

/** Units for one euro as people write them: 25.105 and 25,105 alike. */
export const rate = z
  .string()
  .trim()
  .regex(/^\d{1,9}([.,]\d{1,8})?$/, 'rate')
  .transform((text) => Number(text.replace(',', '.')))
  .refine((value) => value > 0, 'rate')

export const setRateSchema = z.object({
  currency: currency.refine((code) => code !== 'EUR', 'currency'),
  day: optionalDay.refine((day) => day !== null, 'required'),
  ...{ rate, source: line(200).min(1, 'required') },
})

export const bringRatesSchema = z.object({
  file: z.instanceof(File, { error: 'sheetNone' }),
  source: line(200).min(1, 'required'),
})

export type SetRate = z.output<typeof setRateSchema>
export type BringRates = z.output<typeof bringRatesSchema>
