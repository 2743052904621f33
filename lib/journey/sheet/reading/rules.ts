import { cellsOf, findRows, withoutAbsent } from '../../../sheet/reading/rules'
import type { Cell } from '../../../sheet/rules'
import type { Column, Fault, Kind, State, Values, Wanted } from '../rules'
import { keyOf } from '../../../sheet/text/rules'

/** The words of a sheet in every language, by lib/sheet/text/rules.ts#keyOf. */
export interface Vocabulary {
  columns: ReadonlyMap<string, Column>
  kinds: ReadonlyMap<string, Kind>
  states: ReadonlyMap<string, State>
  /** Slugs. */
  steps: ReadonlyMap<string, string>
  /** Owners' words; more than one where a name says too little. */
  owners: ReadonlyMap<string, readonly string[]>
}

interface ReadRow {
  wanted: Wanted
  /** What the row calls itself. */
  name: string
  faults: Fault[]
}

export type Reading =
  | { refused: 'sheetEmpty' | 'sheetNoHeader' | 'sheetColumnTwice' | 'sheetTooManyRows' }
  | { refused: null; rows: ReadRow[]; ignored: string[] }

/** What a table asks for, row by row, each with the cells that cannot be understood. */
export function readRows(table: readonly (readonly Cell[])[], vocabulary: Vocabulary): Reading {
  const found = findRows(table, vocabulary.columns, ['id', 'title'])
  if (found.refused !== null) return found
  const { places, ignored, filled } = found
  const rows = filled.map(({ row, cells }) => readRow(row, cells, places, vocabulary))
  return { refused: null, rows, ignored }
}

function readRow(
  row: number,
  cells: readonly Cell[],
  places: ReadonlyMap<Column, number>,
  { kinds, states, steps, owners }: Vocabulary,
): ReadRow {
  const faults: Fault[] = []
  const blame = (column: Column, fault: string) => void faults.push({ column, fault })
  const { textOf, lineOf, dayOf, versionOf } = cellsOf(cells, places, blame)
  const wordOf = <T>(column: Column, words: ReadonlyMap<string, T>) => {
    const text = textOf(column)
    const found = text ? words.get(keyOf(text)) : undefined
    if (text && found === undefined) blame(column, column)
    return { text, found }
  }
  const id = textOf('id') || null
  const title = lineOf('title')
  if (!id && !title && faults.length === 0) blame('title', 'neither')
  const state = wordOf('state', states)
  const owner = wordOf('owner', owners)
  if (owner.found && owner.found.length > 1) blame('owner', 'ownerTwice')
  for (const [column, { text }] of [['state', state] as const, ['owner', owner] as const]) {
    // Only what is new may leave these to the product.
    if (id && text === '') blame(column, 'required')
  }
  const values: { [K in keyof Values]: Values[K] | undefined } = {
    ...{ title, doneWhen: textOf('doneWhen'), state: state.found },
    ...{ owner: owner.found?.length === 1 ? owner.found[0] : undefined },
    ...{ day: dayOf('day'), since: dayOf('since') },
    ...{ note: textOf('note'), reason: textOf('reason') },
  }
  const wanted = {
    ...{ row, id, version: versionOf('version') },
    // The place of what exists already is not the sheet's to change.
    step: id ? null : (wordOf('step', steps).found ?? null),
    kind: id ? null : (wordOf('kind', kinds).found ?? null),
    set: withoutAbsent(values),
  }
  return { wanted, name: title || id || '', faults }
}
