'use server'

import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { hashSecret, SESSION_COOKIE } from '@/lib/auth/session'
import { isSecure } from '@/lib/env'
import { formAction } from '@/lib/forms/form-action'
import { LOCALE_COOKIE } from '@/lib/i18n/locales'
import { THEME_COOKIE } from '@/lib/i18n/theme'
import { changeOwnProfile, endOtherSessions as endOthers } from '@/lib/people/profile'
import { profileSchema } from '@/lib/people/schema'

const A_YEAR = 365 * 24 * 3600

export const saveProfile = formAction(profileSchema, async (viewer, input) => {
  await changeOwnProfile(viewer, input)
  // So that the sign-in page, too, looks and speaks as chosen on this device.
  const jar = await cookies()
  const options = { path: '/', sameSite: 'lax', secure: isSecure, maxAge: A_YEAR } as const
  jar.set(LOCALE_COOKIE, input.locale, options)
  if (input.theme === 'system') jar.delete(THEME_COOKIE)
  else jar.set(THEME_COOKIE, input.theme, options)
  refresh()
  return { saved: 'profile' }
})

export const endOtherSessions = formAction(z.object({}), async (viewer) => {
  const secret = (await cookies()).get(SESSION_COOKIE)?.value ?? ''
  await endOthers(viewer, hashSecret(secret))
  refresh()
  return { saved: 'sessionsEnded' }
})
