import { z } from 'zod'
import { inAddress, line } from '@/lib/forms/fields'
import { MARKS, PARTNER_ORDERS } from '@/lib/partners/listing/rules'
import { PARTNER_STATUSES, SECTORS, SIZES } from '@/lib/partners/rules'

/** What the register is narrowed to, as it stands in the address; unknown words narrow nothing. */
export const registerFilterSchema = z.object({
  q: line(200).catch('').default(''),
  sector: inAddress(z.enum(SECTORS)).default(null),
  status: inAddress(z.enum(PARTNER_STATUSES)).default(null),
  size: inAddress(z.enum(SIZES)).default(null),
  mark: inAddress(z.enum(MARKS)).default(null),
  sort: z.enum(PARTNER_ORDERS).catch('name'),
  aside: inAddress(z.literal('1')).default(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type RegisterAsked = z.output<typeof registerFilterSchema>

/** The filter that an address asks for. */
export function filterOf({ q, sector, status, size, mark, sort, aside }: RegisterAsked) {
  return { search: q, sector, status, size, mark, sort, archived: aside === '1' }
}
