import { type Part, type PartState, type TaskFor, wholeState } from '../rules'

interface Whole {
  state: string
  dueOn: string | null
  archived: boolean
}

/** A task as it stands, as it was before an act, and what the act made of it. */
interface Now extends Whole {
  doneOn: string | null
  version: number
  forKind: TaskFor
  parts: readonly (Part & { partnerId: string; version: number })[]
}

interface Was extends Whole {
  doneOn: string | null
  word: string
  parts: readonly { state: string }[]
}

interface Is extends Whole {
  version: number
  /** The version of each part that the act wrote, by its organisation. */
  parts: Readonly<Record<string, number>>
  /** True where the act was one organisation's, and the whole only followed. */
  ofPart: boolean
}

/**
 * What a task is to be again when an act is taken back; null where somebody has changed since what
 * the act had changed. What others did meanwhile elsewhere in the task stays: their organisations'
 * parts, and what follows of them for the whole.
 */
export function takenBack(
  task: Now,
  { was, is }: { was: Was; is: Is },
  today: string,
): (Whole & { doneOn: string | null; word: string }) | null {
  if (task.version !== is.version || task.archived !== is.archived) return null
  const versions = new Map(task.parts.map(({ partnerId, version }) => [partnerId, version]))
  const touched = Object.entries(is.parts)
  if (touched.some(([partnerId, version]) => versions.get(partnerId) !== version)) return null
  const movesDay = was.dueOn !== is.dueOn
  if (movesDay && task.dueOn !== is.dueOn) return null
  const dueOn = movesDay ? was.dueOn : task.dueOn
  const same = { dueOn, archived: was.archived, word: was.word }
  if (is.ofPart) {
    const others = task.parts.filter(({ partnerId }) => !(partnerId in is.parts))
    const before = was.parts.map(({ state }) => ({ state: state as PartState, back: '' as const }))
    const state = wholeState(task.forKind, [...others, ...before])
    const doneOn = state === 'done' ? (was.doneOn ?? task.doneOn ?? today) : null
    return { ...same, state, doneOn }
  }
  if (was.state === is.state) return { ...same, state: task.state, doneOn: task.doneOn }
  // A whole that was set is set back only while no organisation has begun something of its own.
  if (task.state !== is.state || task.parts.length !== touched.length) return null
  return { ...same, state: was.state, doneOn: was.doneOn }
}
