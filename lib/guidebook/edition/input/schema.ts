import { z } from 'zod'
import { inAddress } from '@/lib/forms/fields'

/** A number of an edition as an address or a form names it. */
export const editionNumber = z.coerce.number().int().min(1).max(1_000_000)

export const draftEditionSchema = z.object({ file: z.file('required').min(1, 'required') })

export const loadEditionSchema = z.object({
  id: z.uuid(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  newest: editionNumber,
})

/** Which edition a page compares with. */
export const againstSchema = z.object({ against: inAddress(editionNumber) })

export type LoadEdition = z.output<typeof loadEditionSchema>
