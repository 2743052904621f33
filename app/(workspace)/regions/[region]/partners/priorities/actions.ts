'use server'

import { refresh } from 'next/cache'
import { prioritise, ratePartner, takeRatingBack } from '@/lib/candid/changes'
import { prioritiseSchema, rateSchema, takeBackSchema } from '@/lib/candid/schema'
import { formAction } from '@/lib/forms/form-action'

export const rate = formAction(rateSchema, async (viewer, input) => {
  await ratePartner(viewer, input)
  refresh()
  return { saved: 'placed' }
})

export const takeBack = formAction(takeBackSchema, async (viewer, input) => {
  await takeRatingBack(viewer, input)
  refresh()
  return { saved: 'ratingTakenBack' }
})

export const choose = formAction(prioritiseSchema, async (viewer, input) => {
  await prioritise(viewer, input)
  refresh()
})
