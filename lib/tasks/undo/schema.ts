import { z } from 'zod'

const day = z.string().nullable()

const partSchema = z.object({
  ...{ partnerId: z.string(), state: z.string(), back: z.string(), reason: z.string() },
  ...{ proposedDueOn: day, note: z.string(), link: z.string() },
  ...{ submittedById: z.string().nullable(), submittedAt: day, doneOn: day },
})

const wholeSchema = z.object({ state: z.string(), dueOn: day, archived: z.boolean() })

/** What an entry of the activity keeps of a task so that it can be put back as it was. */
export const actSchema = z.object({
  before: z.object({
    was: wholeSchema.extend({ doneOn: day, word: z.string(), parts: z.array(partSchema) }),
  }),
  after: z.object({
    is: wholeSchema.extend({
      version: z.number(),
      /** The version of each part that the act wrote, by its organisation. */
      parts: z.record(z.string(), z.number()),
      /** True where the act was one organisation's, and the whole only followed. */
      ofPart: z.boolean(),
      /** The file that came with it. */
      file: z.string().nullable(),
    }),
  }),
})

export type Was = z.output<typeof actSchema>['before']['was']
export type Is = z.output<typeof actSchema>['after']['is']
export type PartWas = z.output<typeof partSchema>
