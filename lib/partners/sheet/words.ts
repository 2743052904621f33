import { LOCALES } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { GAINS, PARTNER_STATUSES, SECTORS, SIZES, SUBTYPES } from '@/lib/partners/rules'
import type { Vocabulary } from '@/lib/partners/sheet/reading/rules'
import { COLUMNS, type Values } from '@/lib/partners/sheet/rules'
import { wordsFor, yesNoWords } from '@/lib/sheet/words'

/** The words of the sheet of organisations as every language of the product has them, and codes. */
export async function readVocabulary(): Promise<Vocabulary> {
  const voices = await Promise.all(LOCALES.map(voiceOf))
  return {
    columns: wordsFor(voices, COLUMNS, (voice, column) =>
      voice.translator('register')(`columns.${column}`),
    ),
    sectors: wordsFor(voices, SECTORS, (voice, code) =>
      voice.translator('words')(`sector.${code}`),
    ),
    subtypes: wordsFor(voices, SUBTYPES, (voice, code) =>
      voice.translator('words')(`subtype.${code}`),
    ),
    statuses: wordsFor(voices, PARTNER_STATUSES, (voice, code) =>
      voice.translator('words')(`status.${code}`),
    ),
    sizes: wordsFor(voices, SIZES, (voice, code) => voice.translator('partners')(`size.${code}`)),
    gains: wordsFor(voices, GAINS, (voice, code) => voice.translator('partners')(`gain.${code}`)),
    yesNo: yesNoWords(voices),
  }
}

/** One value as a sheet names it: so that reading it back gives the same. */
export function sayValue<K extends keyof Values>(voice: Voice, key: K, value: Values[K]): string {
  const words = voice.translator('words')
  const t = voice.translator('partners')
  const say: { [Key in keyof Values]?: (one: Values[Key]) => string } = {
    sector: (one) => words(`sector.${one}`),
    also: (all) => all.map((one) => words(`sector.${one}`)).join('; '),
    subtype: (one) => (one === '' ? '' : words(`subtype.${one}`)),
    status: (one) => words(`status.${one}`),
    size: (one) => (one === '' ? '' : t(`size.${one}`)),
    micro: (one) => t(one ? 'yes' : 'no'),
    bridge: (one) => t(one ? 'yes' : 'no'),
    gains: (all) => all.map((one) => t(`gain.${one}`)).join('; '),
  }
  const speak = say[key] as ((one: Values[K]) => string) | undefined
  return speak ? speak(value) : String(value ?? '')
}
