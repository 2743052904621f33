'use server'

import { formAction } from '@/lib/forms/form-action'
import { mergePartners } from '@/lib/partners/merge'
import { mergePartnersSchema } from '@/lib/partners/merge-schema'

export const merge = formAction(mergePartnersSchema, async (viewer, input) => {
  const { slug } = await mergePartners(viewer, input)
  return { goTo: `/regions/${slug}/partners/${input.keep}` }
})
