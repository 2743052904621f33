import { z } from 'zod'
import { lines, seen, tickBox } from '@/lib/forms/fields'

const words = lines(4000).min(1, 'required')

/** People ticked in a list: none, one or several. */
const people = z
  .union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(200)])
  .optional()
  .transform((ids) => [...new Set(ids ?? [])])

export const addCommentSchema = z.object({
  regionId: z.uuid(),
  /** An item or milestone by its place in the guidebook, a task by its id alone. */
  subject: z
    .string()
    .regex(/^[a-z-]+\.(checklist|upkeep|milestones)\.[a-z0-9-]+$/)
    .or(z.uuid()),
  text: words,
  asks: tickBox,
  tell: people,
})

const which = { regionId: z.uuid(), id: z.uuid(), version: seen }

export const editCommentSchema = z.object({ ...which, text: words, asks: tickBox })

export const removeCommentSchema = z.object(which)

export const settleQuestionSchema = z.object({ ...which, answered: z.enum(['yes', 'no']) })

export type AddComment = z.output<typeof addCommentSchema>
export type EditComment = z.output<typeof editCommentSchema>
export type RemoveComment = z.output<typeof removeCommentSchema>
export type SettleQuestion = z.output<typeof settleQuestionSchema>
