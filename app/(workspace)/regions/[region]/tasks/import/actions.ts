'use server'

import { formAction } from '@/lib/forms/form-action'
import { getLocale } from '@/lib/i18n/server'
import { keepTasks } from '@/lib/tasks/sheet/keep'
import { lookAtTasks } from '@/lib/tasks/sheet/preview'
import { keepTasksSchema, lookAtTasksSchema } from '@/lib/tasks/sheet/schema'

export const look = formAction(lookAtTasksSchema, async (viewer, input) => {
  const shown = await lookAtTasks(viewer, input, await getLocale())
  return { shown, message: shown.headline }
})

export const keep = formAction(keepTasksSchema, async (viewer, input) => {
  const { slug, count } = await keepTasks(viewer, input)
  return { goTo: `/regions/${slug}/tasks/import?saved=${count}` }
})
