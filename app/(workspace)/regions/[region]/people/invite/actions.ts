'use server'

import { formAction } from '@/lib/forms/form-action'
import { getLocale } from '@/lib/i18n/server'
import { keepPasted } from '@/lib/people/pasted/keep'
import { lookAtPasted } from '@/lib/people/pasted/preview'
import { keepPastedSchema, lookAtPastedSchema } from '@/lib/people/pasted/schema'

export const look = formAction(lookAtPastedSchema, async (viewer, input) => {
  const shown = await lookAtPasted(viewer, input, await getLocale())
  return { shown, message: shown.headline }
})

export const inviteAll = formAction(keepPastedSchema, async (viewer, input) => {
  const { slug, invited, joined } = await keepPasted(viewer, input)
  return { goTo: `/regions/${slug}/people?invited=${invited}&joined=${joined}` }
})
