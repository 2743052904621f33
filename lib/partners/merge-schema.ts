import { z } from 'zod'
import { seen } from '@/lib/forms/fields'

export const mergePartnersSchema = z.object({
  regionId: z.uuid(),
  keep: z.uuid(),
  keepVersion: seen,
  gone: z.uuid(),
  goneVersion: seen,
})

export type MergePartners = z.output<typeof mergePartnersSchema>
