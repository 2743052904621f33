'use server'

import { refresh } from 'next/cache'
import { follow as change } from '@/lib/follows/changes'
import { followSchema } from '@/lib/follows/schema'
import { formAction } from '@/lib/forms/form-action'

export const follow = formAction(followSchema, async (viewer, input) => {
  await change(viewer, input)
  refresh()
  return { saved: input.following === 'yes' ? 'followed' : 'unfollowed' }
})
