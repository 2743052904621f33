import { z } from 'zod'

export const feedbackSchema = z.object({
  message: z.string().trim().min(1, 'required').max(4000, 'tooLong'),
  email: z.literal('').or(z.string().trim().max(254, 'email').pipe(z.email('email'))),
})
