'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { publicFormAction } from '@/lib/forms/form-action'
import { keepLocale } from '@/lib/i18n/kept'
import { LOCALES } from '@/lib/i18n/locales'

/** Sets the language of this device, for people who are not signed in. */
export const speak = publicFormAction(z.object({ locale: z.enum(LOCALES) }), async (input) => {
  await keepLocale(input.locale)
  refresh()
})
