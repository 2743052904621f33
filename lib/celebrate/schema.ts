import { z } from 'zod'

/** One celebration by its key: end of the region's id, step, day. */
export const putAwaySchema = z.object({
  celebration: z.string().regex(/^[0-9a-f]{12}\.[a-z-]{1,60}\.\d{4}-\d{2}-\d{2}$/),
})
