import { z } from 'zod'
import { email, line, optionalDay } from '@/lib/forms/fields'
import { LOCALES } from '@/lib/i18n/locales'
import { COUNTRY_CODES, LANGUAGES, TERRITORY_TYPES } from '@/lib/regions/places/rules'

const language = z.enum(LANGUAGES).or(z.literal('')).default('')

export const createRegionSchema = z.object({
  name: line(120).min(1, 'required'),
  /** Empty: taken from the name. */
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .max(60, 'tooLong')
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'slug')
    .default(''),
  country: z.enum(COUNTRY_CODES, 'required'),
  territoryType: z.enum(TERRITORY_TYPES, 'required'),
  /** Empty: the usual one of the country. */
  timeZone: z.string().max(60).default(''),
  firstLanguage: z.enum(LANGUAGES, 'required'),
  secondLanguage: language,
  thirdLanguage: language,
  startedOn: optionalDay.default(null),
  /** Empty: nobody is invited yet. */
  coordinator: z.string().trim().pipe(z.literal('').or(email)).default(''),
  locale: z.enum(LOCALES),
})

export type CreateRegion = z.output<typeof createRegionSchema>
