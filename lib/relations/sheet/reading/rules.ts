import { readDay } from '../../../sheet/days/rules'
import { findRows, isBlank } from '../../../sheet/reading/rules'
import type { Cell } from '../../../sheet/rules'
import { clean, keyOf, restore } from '../../../sheet/text/rules'
import type { SaidKind } from '../../rules'
import type { RelationColumn, RelationFault, RelationFaultKind, WantedRelation } from '../rules'

/** The words of the sheet in every language, by lib/sheet/text/rules.ts#keyOf. */
export interface RelationVocabulary {
  columns: ReadonlyMap<string, RelationColumn>
  said: ReadonlyMap<string, SaidKind>
}

interface ReadRelation {
  /** Null where the row cannot be understood. */
  wanted: WantedRelation | null
  row: number
  /** What the row calls itself. */
  name: string
  faults: RelationFault[]
}

export type RelationReading =
  | { refused: 'sheetEmpty' | 'sheetNoHeader' | 'sheetColumnTwice' | 'sheetTooManyRows' }
  | { refused: null; rows: ReadRelation[]; ignored: string[] }

type Table = readonly (readonly Cell[])[]

/** True for a table whose header names who is related to whom. */
export function isRelationTable(table: Table, { columns }: RelationVocabulary): boolean {
  const header = table.find((cells) => !cells.every(isBlank)) ?? []
  const named = new Set(header.map((cell) => columns.get(keyOf(textOf(cell)))))
  return named.has('said') && named.has('other')
}

/** What a table of relations asks for, row by row, with the cells that cannot be understood. */
export function readRelationRows(table: Table, vocabulary: RelationVocabulary): RelationReading {
  if (table.every((cells) => cells.every(isBlank))) return { refused: null, rows: [], ignored: [] }
  const found = findRows(table, vocabulary.columns, ['one', 'said', 'other'])
  if (found.refused !== null) return found
  const { places, ignored, filled } = found
  const rows = filled.map(({ row, cells }) => readRow(row, cells, places, vocabulary))
  return { refused: null, rows, ignored }
}

function readRow(
  row: number,
  cells: readonly Cell[],
  places: ReadonlyMap<RelationColumn, number>,
  { said: words }: RelationVocabulary,
): ReadRelation {
  const faults: RelationFault[] = []
  const blame = (column: RelationColumn, fault: RelationFaultKind) =>
    void faults.push({ column, fault })
  const read = (column: RelationColumn) => {
    const cell = cells[places.get(column) ?? -1] ?? ''
    if (typeof cell === 'object') blame(column, 'formula')
    return clean(restore(clean(textOf(cell)))).replaceAll(/\s*\n\s*/g, ' ')
  }
  const dayOf = (column: 'since' | 'endedOn') => {
    const text = read(column)
    const day = text === '' ? null : readDay(text)
    if (text !== '' && day === null) blame(column, 'day')
    return day
  }
  const [one, word, other] = [read('one'), read('said'), read('other')]
  const said = words.get(keyOf(word))
  const isFormula = (column: RelationColumn) => faults.some((fault) => fault.column === column)
  if (one === '' && !isFormula('one')) blame('one', 'required')
  if (other === '' && !isFormula('other')) blame('other', 'required')
  if (!said && !isFormula('said')) blame('said', word === '' ? 'required' : 'said')
  const [since, endedOn] = [dayOf('since'), dayOf('endedOn')]
  const wanted = said && faults.length === 0 ? { row, one, said, other, since, endedOn } : null
  return { wanted, row, name: [one, other].filter(Boolean).join(' – '), faults }
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : ''
}
