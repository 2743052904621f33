import { LOCALES } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { GAINS, PARTNER_STATUSES, SECTORS, SIZES, SUBTYPES } from '@/lib/partners/rules'
import type { Vocabulary } from '@/lib/partners/sheet/reading/rules'
import { COLUMNS, type Values } from '@/lib/partners/sheet/rules'
import { keyOf } from '@/lib/sheet/text/rules'

/** The words of the sheet of organisations as every language of the product has them, and codes. */
export async function readVocabulary(): Promise<Vocabulary> {
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
  const yesNo = voices.flatMap((voice) => [
    [keyOf(voice.translator('partners')('yes')), true] as const,
    [keyOf(voice.translator('partners')('no')), false] as const,
  ])
  const codes = [
    ...['yes', 'x', '1', 'true'].map((word) => [word, true] as const),
    ...['no', '0', 'false', '-'].map((word) => [word, false] as const),
  ]
  return {
    columns: wordsFor(COLUMNS, (voice, column) =>
      voice.translator('register')(`columns.${column}`),
    ),
    sectors: wordsFor(SECTORS, (voice, code) => voice.translator('words')(`sector.${code}`)),
    subtypes: wordsFor(SUBTYPES, (voice, code) => voice.translator('words')(`subtype.${code}`)),
    statuses: wordsFor(PARTNER_STATUSES, (voice, code) =>
      voice.translator('words')(`status.${code}`),
    ),
    sizes: wordsFor(SIZES, (voice, code) => voice.translator('partners')(`size.${code}`)),
    gains: wordsFor(GAINS, (voice, code) => voice.translator('partners')(`gain.${code}`)),
    yesNo: new Map([...codes, ...yesNo]),
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
