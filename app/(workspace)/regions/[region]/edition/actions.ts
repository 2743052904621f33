'use server'

import { formAction } from '@/lib/forms/form-action'
import { moveRegion } from '@/lib/journey/move/data'
import { moveRegionSchema } from '@/lib/journey/move/schema'

export const move = formAction(moveRegionSchema, async (viewer, input) => {
  const { slug } = await moveRegion(viewer, input)
  return { goTo: `/regions/${slug}` }
})
