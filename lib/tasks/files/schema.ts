import { z } from 'zod'
import { webAddress } from '@/lib/evidence/schema'
import { line } from '@/lib/forms/fields'

const which = { regionId: z.uuid(), id: z.uuid() }

/** A file that helps with a task, by the task's id. */
export const attachFileSchema = z.object({
  ...which,
  file: z.instanceof(File, { error: 'file' }).refine(({ size }) => size > 0, 'file'),
})

/** A page that helps. */
export const attachPageSchema = z.object({
  ...which,
  url: webAddress,
  words: line(200).default(''),
})

/** What is taken off a task: one of its files or pages. */
export const detachSchema = z.object({ ...which, attached: z.uuid() })

export type AttachPage = z.output<typeof attachPageSchema>
export type Detach = z.output<typeof detachSchema>
