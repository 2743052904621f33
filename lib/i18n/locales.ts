/** Languages of the interface. Titles of the guidebook exist in more (see lib/guidebook). */
export const LOCALES = ['en', 'de'] as const

export type Locale = (typeof LOCALES)[number]

export const LOCALE_COOKIE = 'lep-locale'

/** Days and numbers as Europe writes them: English without a place would mean American. */
export const REGIONAL = { en: 'en-GB', de: 'de' } as const satisfies Record<Locale, string>

/** A language by its own name. */
export function nameOfLocale(locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
}

export function asLocale(wanted: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === wanted?.slice(0, 2)) ?? 'en'
}

/** The first language of an Accept-Language header that the interface speaks, by its weights. */
export function preferredLocale(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(';q=')
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1) }
    })
    .sort((a, b) => b.weight - a.weight)
  return asLocale(wanted.find(({ language }) => LOCALES.some((l) => l === language))?.language)
}
