'use server'

import { refresh } from 'next/cache'
import { putAway } from '@/lib/celebrate/kept'
import { putAwaySchema } from '@/lib/celebrate/schema'
import { formAction } from '@/lib/forms/form-action'

export const dismiss = formAction(putAwaySchema, async (_viewer, { celebration }) => {
  await putAway(celebration)
  refresh()
  return { saved: 'putAway' }
})
