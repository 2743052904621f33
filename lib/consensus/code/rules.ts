/** Letters and digits that cannot be taken for one another, read out or on a wall. */
const LETTERS = '234679ACDEFGHJKMNPQRTUVWXY'

/** Over 300 million codes: guessing is hopeless long before the throttle ends it. */
const LENGTH = 6

/** A code from random bytes; those that would make some letters likelier are skipped. */
export function makeCode(bytes: Uint8Array): string {
  const fair = Math.floor(256 / LETTERS.length) * LETTERS.length
  const letters = [...bytes].filter((byte) => byte < fair)
  const code = letters.slice(0, LENGTH).map((byte) => LETTERS[byte % LETTERS.length])
  if (code.length < LENGTH) throw new RangeError('Too few random bytes for a code')
  return code.join('')
}

/** The code somebody means by what they typed; null if it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  const isCode = code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter))
  return isCode ? code : null
}

/** A code as it is shown: two halves, easier to carry from wall to phone. */
export function showCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)} ${code.slice(LENGTH / 2)}`
}
