'use server'

import { getLocale } from '@/lib/i18n/server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { clientAddress } from '@/lib/auth/client-address'
import { keepSession } from '@/lib/auth/keep-session'
import { requestLink } from '@/lib/auth/links'
import { safePath } from '@/lib/auth/paths/rules'
import { enterAsPersona } from '@/lib/auth/personas'
import { publicFormAction } from '@/lib/forms/form-action'
import { PERSONA_KEYS } from '@/lib/people/personas'

const askForLinkSchema = z.object({
  email: z.string().trim().toLowerCase().max(254, 'email').pipe(z.email('email')),
  next: z.string().max(2000).optional(),
})

export const askForLink = publicFormAction(askForLinkSchema, async ({ email, next }) => {
  const [client, locale] = await Promise.all([clientAddress(), getLocale()])
  await requestLink({ email, client, next: safePath(next), locale })
  return { goTo: '/sign-in/sent' }
})

export const becomePersona = publicFormAction(
  z.object({ persona: z.enum(PERSONA_KEYS), next: z.string().max(2000).optional() }),
  async ({ persona, next }) => {
    await keepSession(await enterAsPersona(persona))
    redirect(safePath(next))
  },
)
