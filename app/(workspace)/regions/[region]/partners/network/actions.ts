'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { addRelation, changeRelation, endRelation } from '@/lib/relations/changes'
import { addRelationSchema, changeRelationSchema, endRelationSchema } from '@/lib/relations/schema'

export const add = formAction(addRelationSchema, async (viewer, input) => {
  await addRelation(viewer, input)
  refresh()
  return { saved: 'added' }
})

export const change = formAction(changeRelationSchema, async (viewer, input) => {
  await changeRelation(viewer, input)
  refresh()
})

export const end = formAction(endRelationSchema, async (viewer, input) => {
  await endRelation(viewer, input)
  refresh()
  return { saved: input.how === 'over' ? 'relationEnded' : 'removed' }
})
