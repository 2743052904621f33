'use server'

import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { hashSecret, SESSION_COOKIE } from '@/lib/auth/session'
import { formAction } from '@/lib/forms/form-action'
import { keepLocale, keepTheme } from '@/lib/i18n/kept'
import { changeMailSettings } from '@/lib/notices/settings/data'
import { mailSettingsSchema } from '@/lib/notices/settings/schema'
import { changeOwnProfile, endOtherSessions as endOthers, nameOneself } from '@/lib/people/profile'
import { nameSchema, profileSchema } from '@/lib/people/schema'

export const saveProfile = formAction(profileSchema, async (viewer, input) => {
  await changeOwnProfile(viewer, input)
  // So that the sign-in page, too, looks and speaks as chosen on this device.
  await keepLocale(input.locale)
  await keepTheme(input.theme)
  refresh()
  return { saved: 'profile' }
})

export const sayName = formAction(nameSchema, async (viewer, input) => {
  await nameOneself(viewer, input)
  refresh()
  return { saved: 'profile' }
})

export const endOtherSessions = formAction(z.object({}), async (viewer) => {
  const secret = (await cookies()).get(SESSION_COOKIE)?.value ?? ''
  await endOthers(viewer, hashSecret(secret))
  refresh()
  return { saved: 'sessionsEnded' }
})

export const saveMail = formAction(mailSettingsSchema, async (viewer, input) => {
  await changeMailSettings(viewer, input)
  refresh()
  return { saved: 'mail' }
})
