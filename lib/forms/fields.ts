import { z } from 'zod'

/** One line of text, trimmed: no line breaks and nothing the database cannot keep. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'tooLong')
    .regex(/^\P{Cc}*$/u, 'invalid')

/** Several lines of text, trimmed; nothing the database cannot keep. */
export const lines = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'tooLong')
    .regex(/^[^\0]*$/, 'invalid')

/** An address, lower case as it is stored. */
export const email = z.string().trim().toLowerCase().max(254, 'email').pipe(z.email('email'))

/** The version a form was made from. */
export const seen = z.coerce.number().int().min(0).max(2_000_000_000)

/** A ticked box sends 'on', an empty one nothing. */
export const tickBox = z
  .literal('on')
  .optional()
  .transform((sent) => sent === 'on')

/** An ISO day that a partnership may have lived or may plan for, or null for an empty field. */
export const optionalDay = z.iso
  .date('day')
  .refine((day) => day >= '1990-01-01' && day <= '2099-12-31', 'day')
  .or(z.literal('').transform(() => null))

/** One part of an address: what makes no sense there, or is absent, is null. */
export const inAddress = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null)
