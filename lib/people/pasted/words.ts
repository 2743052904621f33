import { LOCALES } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import type { PastedVocabulary } from '@/lib/people/pasted/reading/rules'
import { keyOf } from '@/lib/sheet/text/rules'

const COLUMNS = ['name', 'email', 'organisation', 'role'] as const
const ROLES = ['coordinator', 'partner', 'observer'] as const

/** What columns and roles may be called in a pasted list, in every language of the product. */
export async function readPastedVocabulary(): Promise<PastedVocabulary> {
  const voices = await Promise.all(LOCALES.map(voiceOf))
  const spell = <T extends string>(
    codes: readonly T[],
    say: (voice: (typeof voices)[number], code: T) => string,
  ) =>
    new Map(
      codes.flatMap((code) =>
        [code, ...voices.flatMap((voice) => say(voice, code).split(','))].map(
          (word) => [keyOf(word), code] as const,
        ),
      ),
    )
  return {
    columns: spell(COLUMNS, (voice, code) => voice.translator('inviting')(`headers.${code}`)),
    roles: spell(ROLES, (voice, code) => voice.translator('inviting')(`roles.${code}`)),
  }
}
