'use server'

import { formAction } from '@/lib/forms/form-action'
import { getLocale } from '@/lib/i18n/server'
import { keepSheet } from '@/lib/metrics/sheet/keep'
import { lookAtMetrics } from '@/lib/metrics/sheet/preview'
import { keepMetricsSchema, lookAtMetricsSchema } from '@/lib/metrics/sheet/schema'

export const look = formAction(lookAtMetricsSchema, async (viewer, input) => {
  const shown = await lookAtMetrics(viewer, input, await getLocale())
  return { shown, message: shown.headline }
})

export const keep = formAction(keepMetricsSchema, async (viewer, input) => {
  const { slug, count } = await keepSheet(viewer, input)
  return { goTo: `/regions/${slug}/metrics/import?saved=${count}` }
})
