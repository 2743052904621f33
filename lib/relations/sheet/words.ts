import { LOCALES } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { SAID_KINDS } from '@/lib/relations/rules'
import type { RelationVocabulary } from '@/lib/relations/sheet/reading/rules'
import { RELATION_COLUMNS } from '@/lib/relations/sheet/rules'
import { wordsFor } from '@/lib/sheet/words'

/** The words of the sheet of relations as every language of the product has them, and codes. */
export async function readRelationVocabulary(): Promise<RelationVocabulary> {
  const voices = await Promise.all(LOCALES.map(voiceOf))
  return {
    columns: wordsFor(voices, RELATION_COLUMNS, (voice, column) =>
      voice.translator('register')(`relations.columns.${column}`),
    ),
    said: wordsFor(voices, SAID_KINDS, (voice, said) =>
      voice.translator('network')(`said.${said}`),
    ),
  }
}
