interface Named {
  id: string
}

interface Ends {
  from: string
  to: string
}

/** What a drawing shows, and how many organisations had no room in it. */
export interface Picture<One extends Named, Line extends Ends> {
  organisations: One[]
  lines: Line[]
  left: number
}

/** With more, no name could be read any longer. */
export const MOST_DRAWN = 150

/**
 * Whom a drawing has room for: those with the most relations, among equals as they stand in the
 * list, and what they are to one another. Everybody else has a place in the table alone.
 */
export function choosePicture<One extends Named, Line extends Ends>(
  all: readonly One[],
  lines: readonly Line[],
): Picture<One, Line> {
  const count = countRelations(lines)
  const chosen = new Set(
    all
      .map(({ id }, place) => ({ id, place, relations: count.get(id) ?? 0 }))
      .sort((a, b) => b.relations - a.relations || a.place - b.place)
      .slice(0, MOST_DRAWN)
      .map(({ id }) => id),
  )
  return {
    organisations: all.filter(({ id }) => chosen.has(id)),
    lines: lines.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    left: Math.max(0, all.length - MOST_DRAWN),
  }
}

/** How many relations each one has. */
export function countRelations(lines: readonly Ends[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const id of lines.flatMap(({ from, to }) => [from, to])) {
    count.set(id, (count.get(id) ?? 0) + 1)
  }
  return count
}

/** Everybody at an end of these relations. */
export function endsOf(lines: readonly Ends[]): Set<string> {
  return new Set(lines.flatMap(({ from, to }) => [from, to]))
}
