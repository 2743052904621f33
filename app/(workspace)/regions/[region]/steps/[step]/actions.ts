'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { markMilestone } from '@/lib/journey/milestones'
import { markMilestoneSchema, planItemSchema, tickItemSchema } from '@/lib/journey/schema'
import { planItem, tickItem } from '@/lib/journey/ticks'

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

export const mark = formAction(markMilestoneSchema, async (viewer, input) => {
  const { reached } = await markMilestone(viewer, input)
  refresh()
  if (reached.length > 0) return { saved: 'reachedStep' }
  return { saved: input.state === 'reached' ? 'milestoneReached' : 'milestonePlanned' }
})
