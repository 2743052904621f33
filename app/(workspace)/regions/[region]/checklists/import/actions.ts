'use server'

import { formAction } from '@/lib/forms/form-action'
import { getLocale } from '@/lib/i18n/server'
import { keepSheet } from '@/lib/journey/sheet/keep'
import { lookAtSheet } from '@/lib/journey/sheet/preview'
import { keepSheetSchema, lookAtSheetSchema } from '@/lib/journey/sheet/schema'

export const look = formAction(lookAtSheetSchema, async (viewer, input) => {
  const shown = await lookAtSheet(viewer, input, await getLocale())
  return { shown, message: shown.headline }
})

export const keep = formAction(keepSheetSchema, async (viewer, input) => {
  const { slug, batch, count } = await keepSheet(viewer, input)
  return { goTo: `/regions/${slug}/checklists/import?saved=${batch}&count=${count}` }
})
