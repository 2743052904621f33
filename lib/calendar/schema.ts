import { z } from 'zod'

export const createFeedSchema = z.object({ regionId: z.uuid() })

export const whichFeedSchema = z.object({ regionId: z.uuid(), id: z.uuid() })

/** Nothing is asked for: the days are the viewer's own. */
export const createOwnFeedSchema = z.object({})

export const whichOwnFeedSchema = z.object({ id: z.uuid() })

export type CreateFeed = z.output<typeof createFeedSchema>
export type WhichFeed = z.output<typeof whichFeedSchema>
export type WhichOwnFeed = z.output<typeof whichOwnFeedSchema>
