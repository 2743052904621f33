import { z } from 'zod'

export const followSchema = z.object({
  regionId: z.uuid(),
  /** A step's slug, or '' for the whole region. */
  step: z.string().regex(/^[a-z-]{0,60}$/),
  following: z.enum(['yes', 'no']),
})

export const seenNewsSchema = z.object({ until: z.iso.datetime() })

export type FollowInput = z.output<typeof followSchema>
export type SeenNews = z.output<typeof seenNewsSchema>
