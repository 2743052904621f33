/** An entry of a region's activity, as far as the news look at it. */
interface Entry {
  id: string
  regionId: string
  after: unknown
}

export interface RegionNews<E> {
  regionId: string
  /** Newest first. */
  entries: E[]
  /** More has happened than is told here. */
  more: boolean
}

/**
 * Entries by region, the region with the newest first, at most `most` of each; a comment that the
 * reader is told of as a mention is not told twice.
 */
export function groupNews<E extends Entry>(
  entries: readonly E[],
  mentioned: readonly string[],
  most: number,
): RegionNews<E>[] {
  const told = new Set(mentioned)
  const fresh = entries
    .filter(({ after }) => !told.has(commentOf(after) ?? ''))
    .sort((a, b) => (a.id < b.id ? 1 : -1))
  return [...Map.groupBy(fresh, ({ regionId }) => regionId)].map(([regionId, own]) => ({
    regionId,
    entries: own.slice(0, most),
    more: own.length > most,
  }))
}

function commentOf(facts: unknown): string | null {
  if (typeof facts !== 'object' || facts === null || !('comment' in facts)) return null
  return typeof facts.comment === 'string' ? facts.comment : null
}
