'use server'

import { endSession } from '@/lib/auth/keep-session'
import { formAction } from '@/lib/forms/form-action'
import { eraseOneself } from '@/lib/people/erasure'
import { eraseSchema } from '@/lib/people/schema'

export const erase = formAction(eraseSchema, async (viewer, input) => {
  await eraseOneself(viewer, input)
  await endSession()
  return { goTo: '/farewell' }
})
