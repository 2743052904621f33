import { z } from 'zod'

export const endLinkSchema = z.object({ regionId: z.uuid(), id: z.uuid(), userId: z.uuid() })

export type EndLink = z.output<typeof endLinkSchema>
