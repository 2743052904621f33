'use server'

import { refresh } from 'next/cache'
import {
  agreeLevelSchema,
  closeSessionSchema,
  noteTaskSchema,
  openSessionSchema,
  paceSessionSchema,
  showOutSchema,
} from '@/lib/consensus/schema'
import {
  agreeLevel,
  closeSession,
  noteTask,
  openSession,
  paceSession,
  showOut,
} from '@/lib/consensus/sessions'
import { formAction } from '@/lib/forms/form-action'

export const open = formAction(openSessionSchema, async (viewer, input) => {
  const { slug, id } = await openSession(viewer, input)
  return { goTo: `/regions/${slug}/rounds/${id}/session` }
})

export const pace = formAction(paceSessionSchema, async (viewer, input) => {
  await paceSession(viewer, input)
  refresh()
})

export const agree = formAction(agreeLevelSchema, async (viewer, input) => {
  await agreeLevel(viewer, input)
  refresh()
  return { saved: 'levelAgreed' }
})

export const note = formAction(noteTaskSchema, async (viewer, input) => {
  await noteTask(viewer, input)
  return { saved: 'added' }
})

export const sendOut = formAction(showOutSchema, async (viewer, input) => {
  await showOut(viewer, input)
  refresh()
  return { saved: 'shownOut' }
})

export const finish = formAction(closeSessionSchema, async (viewer, input) => {
  await closeSession(viewer, input)
  refresh()
})
