'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { tellStorySchema } from '@/lib/report/schema'
import { tellStory } from '@/lib/report/story'

export const tell = formAction(tellStorySchema, async (viewer, input) => {
  await tellStory(viewer, input)
  refresh()
  return { saved: 'storyTold' }
})
