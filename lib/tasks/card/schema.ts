import { z } from 'zod'
import { lines } from '@/lib/forms/fields'
import { moveTaskSchema } from '@/lib/tasks/schema'

const { version, note, link, reason, day } = moveTaskSchema.shape

const file = z.instanceof(File).nullable().default(null)

/** Which task and whose part the address says: no form names them. */
export const cardMoveSchema = z.object({
  ...{ version, note, link, reason, day, file },
  move: z.enum(['tick', 'later', 'not_us']),
})

export const cardCommentSchema = z.object({
  move: z.literal('comment'),
  text: lines(2000).min(1, 'required'),
})

export const endCardSchema = z.object({ move: z.literal('end') })

/** A move with a file, as signed-in people send it. */
export const tickTaskSchema = z.object({ ...moveTaskSchema.shape, file })

export type CardMove = z.output<typeof cardMoveSchema>
