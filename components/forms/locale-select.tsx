import type { ComponentProps } from 'react'
import { asLocale, LOCALES, nameOfLocale } from '@/lib/i18n/locales'
import { KeptSelect } from './kept-fields'

type Props = Omit<ComponentProps<typeof KeptSelect>, 'name' | 'children' | 'defaultValue'> & {
  /** The language chosen at first, with or without a place ("en-GB"). */
  locale: string
}

/** A choice of the interface's languages, each by its own name. */
export function LocaleSelect({ locale, ...props }: Props) {
  return (
    <KeptSelect name="locale" defaultValue={asLocale(locale)} {...props}>
      {LOCALES.map((known) => (
        <option key={known} value={known} lang={known}>
          {nameOfLocale(known)}
        </option>
      ))}
    </KeptSelect>
  )
}
