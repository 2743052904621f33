import { z } from 'zod'

/** Who somebody is, as the database tells it. */
export const viewerFacts = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  locale: z.string().nullable(),
  theme: z.string().nullable(),
  sample: z.boolean(),
  programmeRole: z.enum(['staff', 'admin']).nullable(),
  memberships: z.array(
    z.object({
      regionId: z.uuid(),
      slug: z.string(),
      name: z.string(),
      role: z.enum(['coordinator', 'partner', 'observer']),
      partnerId: z.uuid().nullable(),
    }),
  ),
})
