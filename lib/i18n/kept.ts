import { cookies } from 'next/headers'
import { isSecure } from '@/lib/env'
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locales'
import { THEME_COOKIE } from '@/lib/i18n/theme'

const options = { path: '/', sameSite: 'lax', secure: isSecure, maxAge: 365 * 24 * 3600 } as const

/** Keeps a language on this device, for a year. */
export async function keepLocale(locale: Locale): Promise<void> {
  ;(await cookies()).set(LOCALE_COOKIE, locale, options)
}

/** Keeps a theme on this device, for a year; 'system' forgets it. */
export async function keepTheme(theme: 'system' | 'light' | 'dark'): Promise<void> {
  const jar = await cookies()
  if (theme === 'system') jar.delete(THEME_COOKIE)
  else jar.set(THEME_COOKIE, theme, options)
}
