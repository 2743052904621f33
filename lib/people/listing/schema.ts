import { z } from 'zod'
import { inAddress, line } from '@/lib/forms/fields'
import { SHOWN } from '@/lib/people/listing/rules'

/** What the people are narrowed to, as it stands in the address; unknown words narrow nothing. */
export const peopleFilterSchema = z.object({
  q: line(200).catch('').default(''),
  role: inAddress(z.enum(['coordinator', 'partner', 'observer'])).default(null),
  show: inAddress(z.enum(SHOWN)).default(null),
})

export type PeopleAsked = z.output<typeof peopleFilterSchema>

/** The filter that an address asks for. */
export function peopleFilterOf({ q, role, show }: PeopleAsked) {
  return { search: q, role, show }
}
