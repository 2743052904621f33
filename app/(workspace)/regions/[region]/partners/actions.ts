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
import { addContact, changeContact, removeContact } from '@/lib/partners/contacts'
import {
  addContactSchema,
  changeContactSchema,
  removeContactSchema,
} from '@/lib/partners/contact-schema'
import {
  addPartnerSchema,
  changeDaysSchema,
  changePartnerSchema,
  changeProfileSchema,
  changeSeveralPartnersSchema,
  markPartnerSchema,
} from '@/lib/partners/schema'
import { changeSeveralPartners } from '@/lib/partners/several'
import { changeDays } from '@/lib/partners/standings'

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

export const correctDays = formAction(changeDaysSchema, async (viewer, input) => {
  await changeDays(viewer, input)
  refresh()
})

export const changeChosen = formAction(changeSeveralPartnersSchema, async (viewer, input) => {
  await changeSeveralPartners(viewer, input)
  refresh()
  return { saved: 'several' }
})

export const addPerson = formAction(addContactSchema, async (viewer, input) => {
  await addContact(viewer, input)
  refresh()
  return { saved: 'added' }
})

export const changePerson = formAction(changeContactSchema, async (viewer, input) => {
  await changeContact(viewer, input)
  refresh()
})

export const removePerson = formAction(removeContactSchema, async (viewer, input) => {
  await removeContact(viewer, input)
  refresh()
  return { saved: 'removed' }
})
