import type { Relation, SaidKind } from '../rules'

/** The columns of the sheet of relations, in the order in which it is written. */
export const RELATION_COLUMNS = ['one', 'said', 'other', 'since', 'endedOn'] as const
export type RelationColumn = (typeof RELATION_COLUMNS)[number]

/** What one row says: who, how, whom, by name. What is null changes nothing. */
export interface WantedRelation {
  /** As spreadsheets number rows: the first is 1. */
  row: number
  one: string
  said: SaidKind
  other: string
  since: string | null
  endedOn: string | null
}

/** What is wrong with a cell: a key of the messages below `register.relations.faults`. */
export interface RelationFault {
  column: RelationColumn
  fault: RelationFaultKind
  values?: Record<string, string | number>
}

export type RelationFaultKind =
  | 'formula'
  | 'required'
  | 'said'
  | 'day'
  | 'future'
  | 'order'
  | 'unknown'
  | 'sameTwice'
  | 'twice'
  | 'otherEnd'

/** What a row would do: add a relation, or correct the days of one that is open. */
export interface RelationDecision {
  wanted: WantedRelation
  before: Relation | null
  /** With ids, or references of organisations that come with the same file. */
  after: Pick<Relation, 'kind' | 'from' | 'to' | 'since' | 'endedOn'> | null
  changed: boolean
  faults: RelationFault[]
}
