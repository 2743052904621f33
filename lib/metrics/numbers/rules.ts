/** The most that a number can be. */
export const MOST_VALUE = 100_000_000_000

/** No groups, groups by commas, groups by points; then the other sign begins the fraction. */
const WRITTEN = [
  /^(\d+)(?:[.,](\d{1,2}))?$/,
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
  /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/,
]

/** A number from nought up, as people write it, with two decimals at most; null for what is none. */
export function readNumber(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f'’]/g, '')
  for (const pattern of WRITTEN) {
    const [, whole, fraction = '0'] = pattern.exec(plain) ?? []
    if (whole) return Number(`${whole.replaceAll(/[.,]/g, '')}.${fraction}`)
  }
  return null
}
