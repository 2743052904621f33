import { getRequestConfig } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import { currentViewer } from '@/lib/auth/current'
import { asLocale, LOCALE_COOKIE, preferredLocale, REGIONAL, type Locale } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/messages'

/** Language by profile, then by cookie, then by browser. Days are plain dates, hence UTC. */
export default getRequestConfig(async () => {
  const locale = await chooseLocale()
  return { locale: REGIONAL[locale], messages: await messagesOf(locale), timeZone: 'UTC' }
})

async function chooseLocale(): Promise<Locale> {
  const profile = await currentViewer().catch(() => null)
  if (profile?.locale) return asLocale(profile.locale)
  const cookie = (await cookies()).get(LOCALE_COOKIE)?.value
  return cookie ? asLocale(cookie) : preferredLocale((await headers()).get('accept-language'))
}
