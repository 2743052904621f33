'use server'

import { refresh } from 'next/cache'
import { markNewsSeen } from '@/lib/follows/changes'
import { seenNewsSchema } from '@/lib/follows/schema'
import { formAction } from '@/lib/forms/form-action'

export const markSeen = formAction(seenNewsSchema, async (viewer, input) => {
  await markNewsSeen(viewer, input)
  refresh()
  return { saved: 'newsSeen' }
})
