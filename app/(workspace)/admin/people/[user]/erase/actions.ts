'use server'

import { formAction } from '@/lib/forms/form-action'
import { eraseUser } from '@/lib/people/programme/erasure'
import { eraseUserSchema } from '@/lib/people/schema'

export const erase = formAction(eraseUserSchema, async (viewer, input) => {
  await eraseUser(viewer, input)
  return { goTo: '/admin/log' }
})
