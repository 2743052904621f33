'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { dropTarget, noteMetric, setTarget } from '@/lib/metrics/changes'
import { dropTargetSchema, noteMetricSchema, setTargetSchema } from '@/lib/metrics/schema'

export const note = formAction(noteMetricSchema, async (viewer, input) => {
  await noteMetric(viewer, input)
  refresh()
  return { saved: input.confirm ? 'numberConfirmed' : 'numberDrafted' }
})

export const target = formAction(setTargetSchema, async (viewer, input) => {
  await setTarget(viewer, input)
  refresh()
  return { saved: 'targetSet' }
})

export const untarget = formAction(dropTargetSchema, async (viewer, input) => {
  await dropTarget(viewer, input)
  refresh()
  return { saved: 'removed' }
})
