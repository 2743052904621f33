import { z } from 'zod'
import { inAddress } from '@/lib/forms/fields'
import { STEP_STATES } from '@/lib/journey/rules'
import { TERRITORY_TYPES } from '@/lib/regions/places/rules'

export const ORDERS = ['name', 'name-desc', 'quiet'] as const

/** Where a page begins: the sort value and id of the row before (or after) it. */
const cursor = z.object({
  key: z
    .string()
    .max(200)
    .regex(/^[^\0]*$/),
  id: z.uuid(),
  back: z.boolean(),
})

export type Cursor = z.output<typeof cursor>

function readCursor(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}

const address = z.object({
  q: z
    .string()
    .trim()
    .max(80)
    .regex(/^\P{Cc}*$/u)
    .catch(''),
  country: inAddress(z.string().regex(/^[A-Z]{2}$/)),
  territory: inAddress(z.enum(TERRITORY_TYPES)),
  step: inAddress(z.coerce.number().int().min(1).max(8)),
  state: inAddress(z.enum(STEP_STATES)),
  order: z.enum(ORDERS).catch('name'),
  at: inAddress(z.string().max(600).transform(readCursor).pipe(cursor)),
})

/** The state of the comparison as it stands in the address; what makes no sense there is ignored. */
export const compareSchema = address.transform(({ at, ...asked }) => ({
  ...asked,
  // A step alone asks who is at work on it.
  state: asked.step ? (asked.state ?? 'in_progress') : asked.state,
  at: at && fitsOrder(at, asked.order) ? at : null,
}))

export type CompareQuery = z.output<typeof compareSchema>

/** By time, a cursor holds a day, or nothing for a region without any entry. */
function fitsOrder({ key }: Cursor, order: (typeof ORDERS)[number]): boolean {
  return order !== 'quiet' || key === '' || z.iso.date().safeParse(key).success
}

/** A cursor as it stands in the address. */
export function cursorText(at: Cursor): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url')
}
