'use server'

import { formAction } from '@/lib/forms/form-action'
import { createRegion } from '@/lib/regions/create'
import { createRegionSchema } from '@/lib/regions/schema'

export const create = formAction(createRegionSchema, async (viewer, input) => {
  const { slug } = await createRegion(viewer, input)
  return { goTo: `/regions/${slug}/people` }
})
