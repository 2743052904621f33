'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import {
  addPartner,
  archivePartner,
  changePartner,
  changeProfile,
  confirmPartner,
  restorePartner,
} from '@/lib/partners/changes'
import {
  addPartnerSchema,
  changePartnerSchema,
  changeProfileSchema,
  markPartnerSchema,
} from '@/lib/partners/schema'

export const add = formAction(addPartnerSchema, async (viewer, input) => {
  const { id, slug } = await addPartner(viewer, input)
  return { goTo: `/regions/${slug}/partners/${id}` }
})

export const change = formAction(changePartnerSchema, async (viewer, input) => {
  await changePartner(viewer, input)
  refresh()
})

export const changeOwn = formAction(changeProfileSchema, async (viewer, input) => {
  await changeProfile(viewer, input)
  refresh()
})

export const archive = formAction(markPartnerSchema, async (viewer, input) => {
  await archivePartner(viewer, input)
  refresh()
  return { saved: 'archived' }
})

export const restore = formAction(markPartnerSchema, async (viewer, input) => {
  await restorePartner(viewer, input)
  refresh()
  return { saved: 'restored' }
})

export const confirm = formAction(markPartnerSchema, async (viewer, input) => {
  await confirmPartner(viewer, input)
  refresh()
  return { saved: 'confirmed' }
})
