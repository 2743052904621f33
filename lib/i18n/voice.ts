import { createFormatter, createTranslator } from 'next-intl'
import { REGIONAL, type Locale } from '@/lib/i18n/locales'
import { messagesOf, type Messages } from '@/lib/i18n/messages'

export type Space = keyof Messages

/** The translator of one space of messages. */
export type Translator<S extends Space> = ReturnType<typeof createTranslator<Messages, S>>

/** The form of days, numbers and lists in one language. */
export type Formatter = ReturnType<typeof createFormatter>

/** All that speaks one language: translators by space, and the form of days, numbers and lists. */
export interface Voice {
  locale: (typeof REGIONAL)[Locale]
  format: Formatter
  translator: <S extends Space>(space: S) => Translator<S>
}

const voices = new Map<Locale, Promise<Voice>>()

/** A language's voice. It lives as long as the process: parsing messages is dear, saying them is not. */
export function voiceOf(locale: Locale): Promise<Voice> {
  const known = voices.get(locale) ?? createVoice(locale)
  voices.set(locale, known)
  return known
}

async function createVoice(language: Locale): Promise<Voice> {
  const messages = await messagesOf(language)
  const locale = REGIONAL[language]
  // Days are plain dates, hence UTC.
  const timeZone = 'UTC'
  const translators = new Map<Space, unknown>()
  return {
    locale,
    format: createFormatter({ locale, timeZone }),
    translator: <S extends Space>(space: S) => {
      const known =
        translators.get(space) ??
        createTranslator<Messages, S>({ locale, messages, timeZone, namespace: space })
      translators.set(space, known)
      return known as Translator<S>
    },
  }
}
