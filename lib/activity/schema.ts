import { z } from 'zod'
import { inAddress } from '@/lib/forms/fields'

/** What the feed can be narrowed to: the kinds of entry that belong together. */
export const TOPICS = [
  ...(['steps', 'checklist', 'milestones', 'evidence', 'comments'] as const),
  ...(['partners', 'people', 'region', 'tasks', 'rounds', 'metrics'] as const),
] as const

/** The state of a region's feed as it stands in the address; `before` is where an older page begins. */
export const feedSchema = z.object({
  step: inAddress(z.string().regex(/^[a-z-]{1,60}$/)),
  topic: inAddress(z.enum(TOPICS)),
  who: inAddress(z.uuid()),
  what: inAddress(z.string().regex(/^[a-z-]+\.(checklist|upkeep|milestones)\.[a-z0-9-]+$/)),
  before: inAddress(z.uuid()),
})

export type FeedQuery = z.output<typeof feedSchema>
