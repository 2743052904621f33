/** How long a person may take back what they did. */
const UNDO_MINUTES = 10

const KINDS: ReadonlySet<string> = new Set([
  ...['tick.changed', 'milestone.changed', 'own.archived', 'own.added', 'own.changed'],
  ...['task.submitted', 'task.done', 'task.handed-back', 'task.reopened'],
  ...['task.archived', 'task.restored', 'task.accepted', 'task.declined'],
])

/** Taken back only as part of what was done at once: they follow from it, or were several. */
const IN_BATCH: ReadonlySet<string> = new Set(['task.changed', 'task.added', 'evidence.added'])

interface Done {
  kind: string
  at: Date
  mine: boolean
  undone: boolean
  batch: string | null
}

/** True for an entry of one's own that can still be taken back at an instant. */
export function canUndo({ kind, at, mine, undone, batch }: Done, now: Date): boolean {
  const age = now.getTime() - at.getTime()
  const fits = KINDS.has(kind) || (batch !== null && IN_BATCH.has(kind))
  return mine && !undone && fits && age < UNDO_MINUTES * 60_000
}

/** True if a row still is what an entry made of it: each fact that the entry kept. */
export function isStill(row: Readonly<Record<string, unknown>>, after: unknown): boolean {
  if (typeof after !== 'object' || after === null) return false
  return Object.entries(after).every(([fact, value]) => (row[fact] ?? null) === (value ?? null))
}
