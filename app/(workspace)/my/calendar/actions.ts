'use server'

import { refresh } from 'next/cache'
import { createOwnFeed, revokeOwnFeed } from '@/lib/calendar/own/feeds'
import { createOwnFeedSchema, whichOwnFeedSchema } from '@/lib/calendar/schema'
import { env } from '@/lib/env'
import { formAction } from '@/lib/forms/form-action'

export const subscribe = formAction(createOwnFeedSchema, async (viewer) => {
  const { secret } = await createOwnFeed(viewer)
  refresh()
  return { saved: 'calendarMade', given: `${env.APP_URL}/api/calendar/${secret}.ics` }
})

export const unsubscribe = formAction(whichOwnFeedSchema, async (viewer, input) => {
  await revokeOwnFeed(viewer, input)
  refresh()
  return { saved: 'calendarEnded' }
})
