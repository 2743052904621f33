import { z } from 'zod'
import { inAddress, seen } from '@/lib/forms/fields'
import { editionNumber } from '@/lib/guidebook/edition/input/schema'

export const moveRegionSchema = z.object({
  regionId: z.uuid(),
  to: editionNumber,
  version: seen,
})

/** Which edition a preview is about. */
export const moveQuerySchema = z.object({ to: inAddress(editionNumber) })

export type MoveRegion = z.output<typeof moveRegionSchema>
