'use server'

import { refresh } from 'next/cache'
import { addComment, editComment, removeComment, settleQuestion } from '@/lib/comments/changes'
import {
  addCommentSchema,
  editCommentSchema,
  removeCommentSchema,
  settleQuestionSchema,
} from '@/lib/comments/schema'
import { formAction } from '@/lib/forms/form-action'

export const add = formAction(addCommentSchema, async (viewer, input) => {
  await addComment(viewer, input)
  refresh()
  return { saved: 'commented' }
})

export const edit = formAction(editCommentSchema, async (viewer, input) => {
  await editComment(viewer, input)
  refresh()
  return { saved: 'commentEdited' }
})

export const remove = formAction(removeCommentSchema, async (viewer, input) => {
  await removeComment(viewer, input)
  refresh()
  return { saved: 'commentRemoved' }
})

export const settle = formAction(settleQuestionSchema, async (viewer, input) => {
  await settleQuestion(viewer, input)
  refresh()
  return { saved: input.answered === 'yes' ? 'questionAnswered' : 'questionOpen' }
})
