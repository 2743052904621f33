'use server'

import { refresh } from 'next/cache'
import { createFeed, revokeFeed } from '@/lib/calendar/feeds'
import { createFeedSchema, whichFeedSchema } from '@/lib/calendar/schema'
import { env } from '@/lib/env'
import { formAction } from '@/lib/forms/form-action'
import { planStep, takeSuggestions } from '@/lib/journey/timeline/plans'
import { planStepSchema, takeSuggestionsSchema } from '@/lib/journey/timeline/schema'

export const plan = formAction(planStepSchema, async (viewer, input) => {
  await planStep(viewer, input)
  refresh()
  return { saved: 'planned' }
})

export const takeOver = formAction(takeSuggestionsSchema, async (viewer, input) => {
  await takeSuggestions(viewer, input)
  refresh()
  return { saved: 'daysTaken' }
})

export const subscribe = formAction(createFeedSchema, async (viewer, input) => {
  const { secret } = await createFeed(viewer, input)
  refresh()
  return { saved: 'calendarMade', given: `${env.APP_URL}/api/calendar/${secret}.ics` }
})

export const unsubscribe = formAction(whichFeedSchema, async (viewer, input) => {
  await revokeFeed(viewer, input)
  refresh()
  return { saved: 'calendarEnded' }
})
