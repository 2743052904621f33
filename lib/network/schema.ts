import { z } from 'zod'
import { inAddress, line } from '@/lib/forms/fields'
import { SECTORS } from '@/lib/partners/rules'
import { RELATION_KINDS } from '@/lib/relations/rules'

const day = inAddress(z.iso.date()).default(null)

/** What the map shows, as it stands in the address; unknown words narrow nothing. */
export const networkAddress = z.object({
  q: line(200).catch('').default(''),
  sector: inAddress(z.enum(SECTORS)).default(null),
  kind: inAddress(z.enum(RELATION_KINDS)).default(null),
  /** The day of the picture, and an earlier one with which it is compared. */
  on: day,
  since: day,
  /** Of the table. */
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

export type NetworkAddress = z.output<typeof networkAddress>
