'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { endSession } from '@/lib/auth/keep-session'
import { formAction } from '@/lib/forms/form-action'
import { undoEntrySchema } from '@/lib/journey/schema'
import { undoEntry } from '@/lib/journey/undo/data'

export async function signOut() {
  await endSession()
  redirect('/')
}

export const undo = formAction(undoEntrySchema, async (viewer, input) => {
  await undoEntry(viewer, input)
  refresh()
  return { saved: 'undone' }
})
