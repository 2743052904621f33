'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import {
  addTask,
  archiveTask,
  changeTask,
  declineProposal,
  proposeTask,
  restoreTask,
  takeProposal,
} from '@/lib/tasks/changes'
import { moveTask } from '@/lib/tasks/moves'
import {
  addTaskSchema,
  changeTaskSchema,
  changeTasksSchema,
  declineTaskSchema,
  markTaskSchema,
  moveTaskSchema,
  proposeTaskSchema,
  takeSuggestedSchema,
} from '@/lib/tasks/schema'
import { attachPage as givePage, detach as takeOff } from '@/lib/tasks/files/changes'
import { attachPageSchema, detachSchema } from '@/lib/tasks/files/schema'
import { endLink } from '@/lib/tasks/links/data'
import { endLinkSchema } from '@/lib/tasks/links/schema'
import { changeTasks } from '@/lib/tasks/several'
import { takeSuggested } from '@/lib/tasks/suggested'

export const add = formAction(addTaskSchema, async (viewer, input) => {
  const { id, slug } = await addTask(viewer, input)
  return { goTo: `/regions/${slug}/tasks/${id}` }
})

export const propose = formAction(proposeTaskSchema, async (viewer, input) => {
  const { id, slug } = await proposeTask(viewer, input)
  return { goTo: `/regions/${slug}/tasks/${id}` }
})

export const change = formAction(changeTaskSchema, async (viewer, input) => {
  await changeTask(viewer, input)
  refresh()
})

export const move = formAction(moveTaskSchema, async (viewer, input) => {
  const { done } = await moveTask(viewer, input)
  refresh()
  if (done) return { saved: 'taskDone' }
  if (input.move === 'tick') return { saved: 'taskSubmitted' }
  const isOpen = input.move === 'reopen' || input.move === 'grant'
  return { saved: isOpen ? 'taskReopened' : 'taskBack' }
})

export const archive = formAction(markTaskSchema, async (viewer, input) => {
  await archiveTask(viewer, input)
  refresh()
  return { saved: 'archived' }
})

export const restore = formAction(markTaskSchema, async (viewer, input) => {
  await restoreTask(viewer, input)
  refresh()
  return { saved: 'restored' }
})

export const take = formAction(markTaskSchema, async (viewer, input) => {
  await takeProposal(viewer, input)
  refresh()
  return { saved: 'taskAccepted' }
})

export const decline = formAction(declineTaskSchema, async (viewer, input) => {
  await declineProposal(viewer, input)
  refresh()
  return { saved: 'taskDeclined' }
})

export const takeOver = formAction(takeSuggestedSchema, async (viewer, input) => {
  await takeSuggested(viewer, input)
  refresh()
  return { saved: 'taskTaken' }
})

export const unlink = formAction(endLinkSchema, async (viewer, input) => {
  await endLink(viewer, input)
  refresh()
  return { saved: 'linkEnded' }
})

export const attachPage = formAction(attachPageSchema, async (viewer, input) => {
  await givePage(viewer, input)
  refresh()
  return { saved: 'attached' }
})

export const detach = formAction(detachSchema, async (viewer, input) => {
  await takeOff(viewer, input)
  refresh()
  return { saved: 'detached' }
})

export const changeChosen = formAction(changeTasksSchema, async (viewer, input) => {
  await changeTasks(viewer, input)
  refresh()
  return { saved: 'several' }
})
