'use server'

import { answerRound } from '@/lib/assessment/answering'
import { answerRoundSchema } from '@/lib/assessment/schema'
import { formAction } from '@/lib/forms/form-action'

export const send = formAction(answerRoundSchema, async (viewer, input) => {
  const outcome = await answerRound(viewer, input)
  return { saved: outcome === 'kept' ? 'answersKept' : 'answersCorrected' }
})
