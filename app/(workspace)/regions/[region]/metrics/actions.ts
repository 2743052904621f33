'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { dropTarget, noteMetric, setTarget } from '@/lib/metrics/changes'
import { addLine, advanceLine, dropLine } from '@/lib/metrics/lines/changes'
import { addLineSchema, advanceLineSchema, dropLineSchema } from '@/lib/metrics/lines/schema'
import { dropMeasure, setMeasure } from '@/lib/metrics/measures/data'
import { dropMeasureSchema, setMeasureSchema } from '@/lib/metrics/measures/schema'
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

export const line = formAction(addLineSchema, async (viewer, input) => {
  await addLine(viewer, input)
  refresh()
  return { saved: 'lineAdded' }
})

export const advance = formAction(advanceLineSchema, async (viewer, input) => {
  await advanceLine(viewer, input)
  refresh()
  return { saved: 'lineAdvanced' }
})

export const unline = formAction(dropLineSchema, async (viewer, input) => {
  await dropLine(viewer, input)
  refresh()
  return { saved: 'removed' }
})

export const measureBy = formAction(setMeasureSchema, async (viewer, input) => {
  await setMeasure(viewer, input)
  refresh()
  return { saved: 'measureSet' }
})

export const unmeasure = formAction(dropMeasureSchema, async (viewer, input) => {
  await dropMeasure(viewer, input)
  refresh()
  return { saved: 'removed' }
})
