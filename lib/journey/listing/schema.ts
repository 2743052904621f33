import { z } from 'zod'
import { inAddress, line } from '@/lib/forms/fields'
import { ORDERS, STANDINGS } from '@/lib/journey/listing/rules'

/** What the list of a region's checklists is narrowed to, as it stands in the address. */
export const entryFilterSchema = z.object({
  q: inAddress(line(200)).default(null),
  step: inAddress(z.string().regex(/^[a-z-]{1,60}$/)).default(null),
  kind: inAddress(z.enum(['item', 'milestone'])).default(null),
  standing: inAddress(z.enum(STANDINGS)).default(null),
  owner: inAddress(z.string().regex(/^[a-z-]{1,20}(:[0-9a-z_-]{1,40})?$/)).default(null),
  sort: z.enum(ORDERS).catch('journey'),
})
