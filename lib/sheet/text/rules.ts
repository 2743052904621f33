// With a leading apostrophe no spreadsheet takes a text for a formula. Texts that begin with
// apostrophes and such a sign get one more, so that taking one off always gives the text back.
const LIVE = /^'*[=+\-@\t\r]/
const CALMED = /^'+[=+\-@\t\r]/

/** A text as it is written into a sheet: never a formula (quality.md, Security 8). */
export function neutralise(text: string): string {
  return LIVE.test(text) ? `'${text}` : text
}

/** The text that a sheet's cell stands for: the inverse of neutralise. */
export function restore(text: string): string {
  return CALMED.test(text) ? text.slice(1) : text
}

/** A text as every kind of sheet can hold it: line breaks alike, no control characters, trimmed. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '')
    .trim()
}

/** What two spellings of a word have in common. */
export function keyOf(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

/** True for the address of a page on the web. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return /^https?:$/.test(protocol) && /^[^.]+(\.[^.]+)+$/.test(hostname)
}
