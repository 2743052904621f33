'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { markMilestone } from '@/lib/journey/milestones'
import { reopenStep } from '@/lib/journey/reopen'
import {
  markMilestoneSchema,
  planItemSchema,
  reopenStepSchema,
  tickItemSchema,
  waiveItemSchema,
} from '@/lib/journey/schema'
import { planItem, tickItem, waiveItem } from '@/lib/journey/ticks'

const SAVED = {
  open: 'reopened',
  started: 'started',
  done: 'ticked',
  not_applicable: 'notApplicable',
} as const

export const tick = formAction(tickItemSchema, async (viewer, input) => {
  const { reached } = await tickItem(viewer, input)
  refresh()
  return { saved: reached.length > 0 ? 'reachedStep' : SAVED[input.state] }
})

export const plan = formAction(planItemSchema, async (viewer, input) => {
  await planItem(viewer, input)
  refresh()
  return { saved: 'planned' }
})

export const waive = formAction(waiveItemSchema, async (viewer, input) => {
  const { reached } = await waiveItem(viewer, input)
  refresh()
  if (reached.length > 0) return { saved: 'reachedStep' }
  return { saved: input.waived ? 'waived' : 'waiverTakenBack' }
})

export const reopen = formAction(reopenStepSchema, async (viewer, input) => {
  await reopenStep(viewer, input)
  refresh()
  return { saved: 'stepReopened' }
})

export const mark = formAction(markMilestoneSchema, async (viewer, input) => {
  const { reached } = await markMilestone(viewer, input)
  refresh()
  if (reached.length > 0) return { saved: 'reachedStep' }
  return { saved: input.state === 'reached' ? 'milestoneReached' : 'milestonePlanned' }
})
