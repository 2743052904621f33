'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { changeSeveralSchema } from '@/lib/journey/schema'
import { changeSeveral } from '@/lib/journey/several'

export const changeChosen = formAction(changeSeveralSchema, async (viewer, input) => {
  const { reached } = await changeSeveral(viewer, input)
  refresh()
  return { saved: reached.length > 0 ? 'reachedStep' : 'several' }
})
