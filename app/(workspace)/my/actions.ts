'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { markMilestone } from '@/lib/journey/milestones'
import { markMilestoneSchema, tickItemSchema } from '@/lib/journey/schema'
import { tickItem } from '@/lib/journey/ticks'

export const tickMine = formAction(tickItemSchema, async (viewer, input) => {
  const { nowReached } = await tickItem(viewer, input)
  refresh()
  return { saved: nowReached ? 'reachedStep' : input.state === 'started' ? 'started' : 'ticked' }
})

export const markMine = formAction(markMilestoneSchema, async (viewer, input) => {
  const { nowReached } = await markMilestone(viewer, input)
  refresh()
  return { saved: nowReached ? 'reachedStep' : 'milestoneReached' }
})
