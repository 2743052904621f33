'use server'

import { refresh } from 'next/cache'
import { addLink, addNote, removeEvidence, restoreEvidence } from '@/lib/evidence/changes'
import { addLinkSchema, addNoteSchema, markEvidenceSchema } from '@/lib/evidence/schema'
import { formAction } from '@/lib/forms/form-action'

export const note = formAction(addNoteSchema, async (viewer, input) => {
  await addNote(viewer, input)
  refresh()
  return { saved: 'evidenceKept' }
})

export const link = formAction(addLinkSchema, async (viewer, input) => {
  await addLink(viewer, input)
  refresh()
  return { saved: 'evidenceKept' }
})

export const remove = formAction(markEvidenceSchema, async (viewer, input) => {
  await removeEvidence(viewer, input)
  refresh()
  return { saved: 'archived' }
})

export const restore = formAction(markEvidenceSchema, async (viewer, input) => {
  await restoreEvidence(viewer, input)
  refresh()
  return { saved: 'restored' }
})
