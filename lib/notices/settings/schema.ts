import { z } from 'zod'
import { seen, tickBox } from '@/lib/forms/fields'

export const mailSettingsSchema = z.object({
  ...{ tasks: tickBox, reminders: tickBox, mentions: tickBox },
  /** 1 is Monday, 7 is Sunday, 0 is never. */
  digestDay: z.coerce.number().int().min(0).max(7),
  version: seen,
})

export type MailSettings = z.output<typeof mailSettingsSchema>
