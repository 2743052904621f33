'use server'

import { refresh } from 'next/cache'
import { addTalkSchema, planContactSchema, removeTalkSchema } from '@/lib/candid/schema'
import { addTalk, planContact, removeTalk } from '@/lib/candid/talks'
import { formAction } from '@/lib/forms/form-action'

export const note = formAction(addTalkSchema, async (viewer, input) => {
  await addTalk(viewer, input)
  refresh()
  return { saved: 'talkKept' }
})

export const remove = formAction(removeTalkSchema, async (viewer, input) => {
  await removeTalk(viewer, input)
  refresh()
  return { saved: 'talkRemoved' }
})

export const plan = formAction(planContactSchema, async (viewer, input) => {
  await planContact(viewer, input)
  refresh()
})
