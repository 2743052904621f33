import { ActionForm } from '@/components/forms/action-form'
import { asLocale, LOCALES, nameOfLocale } from '@/lib/i18n/locales'
import { useLocale } from '@/lib/i18n/server'
import { speak } from './actions'

/** The other languages, each by its own name; who is signed in sets theirs in the profile. */
export function LanguageSwitch() {
  const current = asLocale(useLocale())
  return (
    <ActionForm action={speak} className="cluster" tells={false}>
      {LOCALES.filter((locale) => locale !== current).map((locale) => (
        <button
          key={locale}
          name="locale"
          value={locale}
          lang={locale}
          className="link-button nav-link"
        >
          {nameOfLocale(locale)}
        </button>
      ))}
    </ActionForm>
  )
}
