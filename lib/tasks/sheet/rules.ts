import type { ForWhom, TaskState } from '../rules'

/** The columns that a new task can fill. */
export const FILLED_COLUMNS = [
  ...(['title', 'doneWhen', 'step', 'entry', 'link', 'forWhom', 'partners', 'person'] as const),
  ...(['dueOn', 'skipCheck', 'repeatMonths'] as const),
] as const

/**
 * The columns of the sheet of tasks, in the order in which it is written. State, parts and the day
 * it was done say how far a task has come: a sheet does not change them.
 */
export const TASK_COLUMNS = [
  ...['id' as const, ...FILLED_COLUMNS],
  ...(['state', 'parts', 'doneOn', 'version'] as const),
] as const
export type TaskColumn = (typeof TASK_COLUMNS)[number]

/** What a row can say of a task. */
export interface Values {
  title: string
  doneWhen: string
  /** Slug of the step and id of the item or milestone it serves, or empty. */
  step: string
  entry: string
  link: string
  forWhom: ForWhom
  /** Ids of the organisations asked by name. */
  partners: string[]
  /** Id of the person who is asked, or empty. */
  person: string
  /** ISO day. */
  dueOn: string | null
  skipCheck: boolean
  repeatMonths: number | null
}

/** What one row asks for. What is absent changes nothing. */
export interface WantedTask {
  /** As spreadsheets number rows: the first is 1. */
  row: number
  id: string | null
  /** What the person saw; null takes things as they are now. */
  version: number | null
  set: Partial<Values>
  /** The state it names, which is to be the present one. */
  state?: TaskState | undefined
}

/** What is wrong with a cell: a key of the messages below `taskSheet.faults`. */
export interface Fault {
  column: TaskColumn
  fault: string
  values?: Record<string, string | number>
}

/** A task as it stands. */
export interface Standing extends Values {
  id: string
  version: number
  state: TaskState
  archived: boolean
}

export const TEXT_LIMITS = { title: 200, doneWhen: 1000, link: 2000 } as const
