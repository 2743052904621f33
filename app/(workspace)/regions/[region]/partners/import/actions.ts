'use server'

import { formAction } from '@/lib/forms/form-action'
import { getLocale } from '@/lib/i18n/server'
import { keepPartners } from '@/lib/partners/sheet/keep'
import { lookAtPartners } from '@/lib/partners/sheet/preview'
import { keepPartnersSchema, lookAtPartnersSchema } from '@/lib/partners/sheet/schema'

export const look = formAction(lookAtPartnersSchema, async (viewer, input) => {
  const shown = await lookAtPartners(viewer, input, await getLocale())
  return { shown, message: shown.headline }
})

export const keep = formAction(keepPartnersSchema, async (viewer, input) => {
  const { slug, count } = await keepPartners(viewer, input)
  return { goTo: `/regions/${slug}/partners/import?saved=${count}` }
})
