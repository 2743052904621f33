/** The columns of a sheet, in the order they are written. */
export const COLUMNS = [
  ...(['id', 'step', 'kind', 'title', 'doneWhen', 'rank', 'state', 'owner'] as const),
  ...(['day', 'since', 'note', 'reason', 'version'] as const),
] as const
export type Column = (typeof COLUMNS)[number]

export const KINDS = ['item', 'upkeep', 'milestone'] as const
export type Kind = (typeof KINDS)[number]

export const ITEM_STATES = ['open', 'started', 'done', 'not_applicable', 'waived'] as const
export const MILESTONE_STATES = ['planned', 'reached'] as const
export type State = (typeof ITEM_STATES)[number] | (typeof MILESTONE_STATES)[number]

/** What a row can set. */
export interface Values {
  title: string
  doneWhen: string
  state: State
  /** As lib/journey/access/rules.ts#ownerWord has it. */
  owner: string
  /** ISO day: wanted by, or planned for. */
  day: string | null
  /** ISO day: done on, or reached on. */
  since: string | null
  note: string
  reason: string
}

/** An item or milestone as it stands in its region. */
export interface Standing extends Values {
  id: string
  step: string
  kind: Kind
  own: boolean
  /** Essential item or gate. */
  binding: boolean
  /** Grows with every change: of an own entry's words as well as of what was recorded of it. */
  version: number
}

/** What one row asks for, in codes. What is absent changes nothing. */
export interface Wanted {
  /** As spreadsheets number rows: the first is 1. */
  row: number
  /** Null for a new entry. */
  id: string | null
  /** What the person saw; null takes things as they are now. */
  version: number | null
  step: string | null
  kind: Kind | null
  set: Partial<Values>
}

/** What is wrong with a cell: a key of the messages below `sheet.faults`. */
export interface Fault {
  column: Column
  fault: string
  values?: Record<string, string | number>
}
