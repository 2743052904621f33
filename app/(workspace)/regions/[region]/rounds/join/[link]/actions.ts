'use server'

import { joinRound } from '@/lib/assessment/answering'
import { joinRoundSchema } from '@/lib/assessment/schema'
import { formAction } from '@/lib/forms/form-action'

export const join = formAction(joinRoundSchema, async (viewer, { slug, link }) => {
  const id = await joinRound(viewer, slug, link)
  return { goTo: `/regions/${slug}/rounds/${id}/answer` }
})
