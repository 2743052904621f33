'use server'

import { refresh } from 'next/cache'
import { closeRound } from '@/lib/assessment/closing'
import {
  changeRound,
  draftRound,
  dropRound,
  extendRound,
  linkRound,
  openRound,
} from '@/lib/assessment/rounds'
import { addTalk, dropTalk } from '@/lib/assessment/talks'
import {
  addTalkSchema,
  changeRoundSchema,
  draftRoundSchema,
  dropTalkSchema,
  extendRoundSchema,
  linkRoundSchema,
  markRoundSchema,
} from '@/lib/assessment/schema'
import { formAction } from '@/lib/forms/form-action'

export const draft = formAction(draftRoundSchema, async (viewer, input) => {
  const { id, slug } = await draftRound(viewer, input)
  return { goTo: `/regions/${slug}/rounds/${id}` }
})

export const change = formAction(changeRoundSchema, async (viewer, input) => {
  await changeRound(viewer, input)
  refresh()
  return { saved: 'roundKept' }
})

export const drop = formAction(markRoundSchema, async (viewer, input) => {
  const { slug } = await dropRound(viewer, input)
  return { goTo: `/regions/${slug}/rounds` }
})

export const open = formAction(markRoundSchema, async (viewer, input) => {
  await openRound(viewer, input)
  refresh()
  return { saved: 'roundOpened' }
})

export const extend = formAction(extendRoundSchema, async (viewer, input) => {
  await extendRound(viewer, input)
  refresh()
  return { saved: 'roundExtended' }
})

export const link = formAction(linkRoundSchema, async (viewer, input) => {
  await linkRound(viewer, input)
  refresh()
  return { saved: input.link === 'make' ? 'roundLinked' : 'roundUnlinked' }
})

export const close = formAction(markRoundSchema, async (viewer, input) => {
  const { reached } = await closeRound(viewer, input)
  refresh()
  return { saved: reached.length > 0 ? 'reachedStep' : 'roundClosed' }
})

export const addOutcome = formAction(addTalkSchema, async (viewer, input) => {
  await addTalk(viewer, input)
  refresh()
  return { saved: `made.${input.kind}` }
})

export const dropOutcome = formAction(dropTalkSchema, async (viewer, input) => {
  await dropTalk(viewer, input)
  refresh()
  return { saved: 'made.dropped' }
})
