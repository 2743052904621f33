import { z } from 'zod'
import { email, lines } from '@/lib/forms/fields'

export const feedbackSchema = z.object({
  message: lines(4000).min(1, 'required'),
  email: z.literal('').or(email),
})
