import { keyOf } from '../../../sheet/text/rules'
import type { Decision } from '../deciding/rules'
import type { Standing } from '../rules'

/** How a new organisation is referred to until it has an id. */
export function refOf(row: number): string {
  return `row ${row}`
}

/**
 * Whom a name on another sheet of the same file means, by keyOf(name): the id of an organisation of
 * the register, under its old name and the new one, or the reference of one that comes with the file.
 */
export function nameOrganisations(
  partners: readonly Standing[],
  decisions: readonly Decision[],
): Map<string, string> {
  const names = new Map(partners.map(({ id, name }) => [keyOf(name), id]))
  const byRow = new Map<number, string>()
  for (const { wanted, before, after, choice, likelyRows } of decisions) {
    // Who is the same as in an earlier row is who that row is about.
    const earlier = choice?.kind === 'skip' ? byRow.get(likelyRows[0] ?? -1) : undefined
    const meant = earlier ?? before?.id ?? refOf(wanted.row)
    byRow.set(wanted.row, meant)
    for (const name of [after.name, wanted.set.name ?? '']) {
      const key = keyOf(name)
      if (key !== '' && !names.has(key)) names.set(key, meant)
    }
  }
  return names
}
