/** Rows of one page and where its neighbours begin, from one row more than the page holds. */
export function cutPage<Row extends { key: string; id: string }>(
  found: Row[],
  size: number,
  { back, begun }: { back: boolean; begun: boolean },
): { rows: Row[]; next: CursorOf<Row> | null; previous: CursorOf<Row> | null } {
  const more = found.length > size
  const kept = found.slice(0, size)
  const rows = back ? kept.reverse() : kept
  const first = rows[0]
  const last = rows.at(-1)
  const hasPrevious = back ? more : begun
  const hasNext = back ? true : more
  return {
    rows,
    previous: hasPrevious && first ? { key: first.key, id: first.id, back: true } : null,
    next: hasNext && last ? { key: last.key, id: last.id, back: false } : null,
  }
}

type CursorOf<Row extends { key: string; id: string }> = Pick<Row, 'key' | 'id'> & { back: boolean }

/** The step on which most of the shown regions are at work; null when none is. */
export function busiestStep(
  rows: readonly { states: readonly string[] }[],
): { step: number; regions: number } | null {
  const counts = Array.from({ length: 8 }, (_, index) => ({
    step: index + 1,
    regions: rows.filter(({ states }) => states[index] === 'in_progress').length,
  }))
  const [most] = counts.sort((a, b) => b.regions - a.regions || a.step - b.step)
  return most && most.regions > 0 ? most : null
}
