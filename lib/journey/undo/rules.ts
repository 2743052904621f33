/** How long a person may take back what they did. */
const UNDO_MINUTES = 10

const KINDS: ReadonlySet<string> = new Set([
  ...['tick.changed', 'milestone.changed', 'own.archived', 'own.added', 'own.changed'],
])

/** True for an entry of one's own that can still be taken back at an instant. */
export function canUndo(
  { kind, at, mine, undone }: { kind: string; at: Date; mine: boolean; undone: boolean },
  now: Date,
): boolean {
  const age = now.getTime() - at.getTime()
  return mine && !undone && KINDS.has(kind) && age < UNDO_MINUTES * 60_000
}

/** True if a row still is what an entry made of it: each fact that the entry kept. */
export function isStill(row: Readonly<Record<string, unknown>>, after: unknown): boolean {
  if (typeof after !== 'object' || after === null) return false
  return Object.entries(after).every(([fact, value]) => (row[fact] ?? null) === (value ?? null))
}
