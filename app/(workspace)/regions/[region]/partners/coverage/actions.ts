'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import {
  addVoice,
  changeVoice,
  closeVoice,
  findVoice,
  sayNobody,
} from '@/lib/partners/voices/changes'
import {
  addVoiceSchema,
  changeVoiceSchema,
  closeVoiceSchema,
  findVoiceSchema,
  sayNobodySchema,
} from '@/lib/partners/voices/schema'

export const add = formAction(addVoiceSchema, async (viewer, input) => {
  await addVoice(viewer, input)
  refresh()
  return { saved: 'added' }
})

export const change = formAction(changeVoiceSchema, async (viewer, input) => {
  await changeVoice(viewer, input)
  refresh()
})

export const find = formAction(findVoiceSchema, async (viewer, input) => {
  await findVoice(viewer, input)
  refresh()
})

export const close = formAction(closeVoiceSchema, async (viewer, input) => {
  await closeVoice(viewer, input)
  refresh()
})

export const nobody = formAction(sayNobodySchema, async (viewer, input) => {
  await sayNobody(viewer, input)
  refresh()
})
