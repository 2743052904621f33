import { LOCALES } from '@/lib/i18n/locales'

/** The languages of the interface, each by its own name. */
export function LocaleOptions() {
  return LOCALES.map((locale) => (
    <option key={locale} value={locale} lang={locale}>
      {new Intl.DisplayNames(locale, { type: 'language' }).of(locale)}
    </option>
  ))
}
