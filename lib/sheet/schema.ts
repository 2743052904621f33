import { z } from 'zod'
import { MOST_CHANGES_LENGTH } from '@/lib/sheet/rules'

/** Changes as a preview has shown them: they come back as text, and are trusted in nothing. */
export function sentChanges<Changes extends z.ZodType>(changes: Changes) {
  return z
    .string()
    .max(MOST_CHANGES_LENGTH)
    .transform((sent, context): unknown => {
      try {
        return JSON.parse(sent)
      } catch {
        context.addIssue({ code: 'custom', message: 'invalid' })
        return z.NEVER
      }
    })
    .pipe(changes)
}
