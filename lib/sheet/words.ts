import type { Voice } from '@/lib/i18n/voice'
import { keyOf } from '@/lib/sheet/text/rules'

/** Codes by their words in every language and by themselves. */
export function wordsFor<T extends string>(
  voices: readonly Voice[],
  codes: readonly T[],
  say: (voice: Voice, code: T) => string,
): Map<string, T> {
  return new Map(
    codes.flatMap((code) =>
      [code, ...voices.map((voice) => say(voice, code))].map((word) => [keyOf(word), code]),
    ),
  )
}

/** What people write for yes and no. */
export function yesNoWords(voices: readonly Voice[]): Map<string, boolean> {
  const said = (word: 'yes' | 'no') =>
    voices.map((voice) => keyOf(voice.translator('partners')(word)))
  return new Map([
    ...['yes', 'x', '1', 'true', ...said('yes')].map((word) => [word, true] as const),
    ...['no', '0', 'false', '-', ...said('no')].map((word) => [word, false] as const),
  ])
}
