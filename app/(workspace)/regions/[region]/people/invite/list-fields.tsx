'use client'

import type { ReactNode } from 'react'
import { useSentForm } from '@/components/forms/action-form'
import { KeptSelect, KeptTextArea } from '@/components/forms/kept-fields'
import { LocaleSelect } from '@/components/forms/locale-select'
import type { PastedPreview } from '@/lib/people/pasted/preview'
import { MOST_PASTED_LENGTH } from '@/lib/people/pasted/rules'

interface Props {
  words: Record<'list' | 'listHint' | 'seat' | 'locale', string>
  seat: string
  locale: string
  /** The options of the seats. */
  children: ReactNode
}

/** The list and what goes for all of it; it stays written while what it would do is shown. */
export function ListFields({ words, seat, locale, children }: Props) {
  const { state } = useSentForm()
  // The one form this stands in shows nothing else.
  const shown = state.status === 'shown' ? (state.shown as PastedPreview) : null
  return (
    <>
      <KeptTextArea
        name="list"
        label={words.list}
        hint={words.listHint}
        defaultValue={shown?.list}
        rows={8}
        maxLength={MOST_PASTED_LENGTH}
        spellCheck={false}
        required
      />
      <KeptSelect name="seat" label={words.seat} defaultValue={shown?.seat ?? seat}>
        {children}
      </KeptSelect>
      <LocaleSelect label={words.locale} locale={shown?.locale ?? locale} />
    </>
  )
}
