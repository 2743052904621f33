'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { addOwn, archiveOwn, changeOwn, moveOwn, restoreOwn } from '@/lib/journey/own/data'
import {
  addOwnSchema,
  changeOwnSchema,
  markOwnSchema,
  moveOwnSchema,
} from '@/lib/journey/own/schema'

export const add = formAction(addOwnSchema, async (viewer, input) => {
  await addOwn(viewer, input)
  refresh()
  return { saved: 'added' }
})

export const reword = formAction(changeOwnSchema, async (viewer, input) => {
  await changeOwn(viewer, input)
  refresh()
})

export const move = formAction(moveOwnSchema, async (viewer, input) => {
  await moveOwn(viewer, input)
  refresh()
  return { saved: 'moved' }
})

export const archive = formAction(markOwnSchema, async (viewer, input) => {
  await archiveOwn(viewer, input)
  refresh()
  return { saved: 'archived' }
})

export const restore = formAction(markOwnSchema, async (viewer, input) => {
  await restoreOwn(viewer, input)
  refresh()
  return { saved: 'restored' }
})
