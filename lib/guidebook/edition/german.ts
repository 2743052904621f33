import type { Edition } from './schema'

/** German texts of a piece of content, renamed; what has none is left out. */
export function pickGerman(
  { german }: Pick<Edition, 'german'>,
  id: string,
  names: Record<string, string>,
): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, source]) => {
      const text = german[id]?.[source]
      return text === undefined ? [] : [[name, text]]
    }),
  )
}
