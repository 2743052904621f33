import { LOCALES } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { SAID_KINDS } from '@/lib/relations/rules'
import type { RelationVocabulary } from '@/lib/relations/sheet/reading/rules'
import { RELATION_COLUMNS } from '@/lib/relations/sheet/rules'
import { keyOf } from '@/lib/sheet/text/rules'

/** The words of the sheet of relations as every language of the product has them, and codes. */
export async function readRelationVocabulary(): Promise<RelationVocabulary> {
  const voices = await Promise.all(LOCALES.map(voiceOf))
  const wordsFor = <T extends string>(
    codes: readonly T[],
    say: (voice: Voice, code: T) => string,
  ) =>
    new Map(
      codes.flatMap((code) =>
        [code, ...voices.map((voice) => say(voice, code))].map((word) => [keyOf(word), code]),
      ),
    )
  return {
    columns: wordsFor(RELATION_COLUMNS, (voice, column) =>
      voice.translator('register')(`relations.columns.${column}`),
    ),
    said: wordsFor(SAID_KINDS, (voice, said) => voice.translator('network')(`said.${said}`)),
  }
}
