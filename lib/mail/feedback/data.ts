import type { z } from 'zod'
import { createThrottle } from '@/lib/db/throttle'
import { env } from '@/lib/env'
import { Denial } from '@/lib/errors'
import { deliver } from '@/lib/mail/deliver'
import type { feedbackSchema } from '@/lib/mail/feedback/schema'

const allowsClient = createThrottle('feedback', 5, 3600)

/** Brings a report of a barrier to the people who run this installation. */
export async function mailFeedback(input: z.output<typeof feedbackSchema>, client: string) {
  if (!(await allowsClient(client))) throw new Denial('forbidden', 'tooOften')
  const text = [input.message, input.email].filter(Boolean).join('\n\n')
  const html = `<pre>${text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)}</pre>`
  await deliver({
    to: env.FEEDBACK_TO ?? env.MAIL_FROM,
    subject: 'LEP Journey: accessibility',
    html,
    text,
  })
}
