import { z } from 'zod'

export const createFeedSchema = z.object({ regionId: z.uuid() })

export const whichFeedSchema = z.object({ regionId: z.uuid(), id: z.uuid() })

export type CreateFeed = z.output<typeof createFeedSchema>
export type WhichFeed = z.output<typeof whichFeedSchema>
