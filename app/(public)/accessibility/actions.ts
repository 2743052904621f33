'use server'

import { clientAddress } from '@/lib/auth/client-address'
import { publicFormAction } from '@/lib/forms/form-action'
import { feedbackSchema } from '@/lib/mail/feedback/schema'
import { mailFeedback } from '@/lib/mail/feedback/data'

export const sendFeedback = publicFormAction(feedbackSchema, async (input) => {
  await mailFeedback(input, await clientAddress())
  return { saved: 'sent' }
})
