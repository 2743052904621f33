import { cookies, headers } from 'next/headers'
import { cache, use } from 'react'
import { currentViewer } from '@/lib/auth/current'
import { asLocale, LOCALE_COOKIE, preferredLocale, type Locale } from '@/lib/i18n/locales'
import { voiceOf, type Formatter, type Space, type Translator, type Voice } from '@/lib/i18n/voice'

const currentVoice = cache(async () => voiceOf(await chooseLocale()))

/** Language by profile, then by cookie, then by browser. */
async function chooseLocale(): Promise<Locale> {
  const profile = await currentViewer().catch(() => null)
  if (profile?.locale) return asLocale(profile.locale)
  const cookie = (await cookies()).get(LOCALE_COOKIE)?.value
  return cookie ? asLocale(cookie) : preferredLocale((await headers()).get('accept-language'))
}

/** The request's language as Europe writes it: en-GB or de. */
export async function getLocale(): Promise<Voice['locale']> {
  return (await currentVoice()).locale
}

/** The request's translator of a space of messages. */
export async function getTranslations<S extends Space>(space: S): Promise<Translator<S>> {
  return (await currentVoice()).translator(space)
}

/** The form of days, numbers and lists in the request's language. */
export async function getFormatter(): Promise<Formatter> {
  return (await currentVoice()).format
}

/** getTranslations for components that wait for nothing else: they render in one go. */
export function useTranslations<S extends Space>(space: S): Translator<S> {
  return use(currentVoice()).translator(space)
}

/** getFormatter for components that wait for nothing else. */
export function useFormatter(): Formatter {
  return use(currentVoice()).format
}

/** getLocale for components that wait for nothing else. */
export function useLocale(): Voice['locale'] {
  return use(currentVoice()).locale
}
