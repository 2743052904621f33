import { readDay } from '../../../sheet/days/rules'
import { type Cell, MOST_ROWS } from '../../../sheet/rules'
import type { Column, Fault, Kind, State, Values, Wanted } from '../rules'
import { clean, keyOf, restore } from '../../../sheet/text/rules'

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
  const start = table.findIndex((cells) => !cells.every(isBlank))
  const header = table[start]
  if (!header) return { refused: 'sheetEmpty' }
  const places = new Map<Column, number>()
  const ignored: string[] = []
  for (const [place, cell] of header.entries()) {
    const title = typeof cell === 'string' ? clean(cell) : ''
    const column = vocabulary.columns.get(keyOf(title))
    if (column && places.has(column)) return { refused: 'sheetColumnTwice' }
    if (column) places.set(column, place)
    else if (title) ignored.push(title)
  }
  if (!places.has('id') && !places.has('title')) return { refused: 'sheetNoHeader' }
  const filled = [...table.entries()].filter(
    ([index, cells]) => index > start && !cells.every(isBlank),
  )
  if (filled.length > MOST_ROWS) return { refused: 'sheetTooManyRows' }
  const rows = filled.map(([index, cells]) => readRow(index + 1, cells, places, vocabulary))
  return { refused: null, rows, ignored }
}

function isBlank(cell: Cell): boolean {
  return typeof cell === 'string' && clean(cell) === ''
}

function readRow(
  row: number,
  cells: readonly Cell[],
  places: ReadonlyMap<Column, number>,
  { kinds, states, steps, owners }: Vocabulary,
): ReadRow {
  const faults: Fault[] = []
  const blame = (column: Column, fault: string) => void faults.push({ column, fault })
  /** The text of a column; undefined where there is no such column, or a formula in it. */
  const textOf = (column: Column) => {
    const place = places.get(column)
    const cell = place === undefined ? undefined : (cells[place] ?? '')
    if (typeof cell === 'object') blame(column, 'formula')
    return typeof cell === 'string' ? clean(restore(clean(cell))) : undefined
  }
  const wordOf = <T>(column: Column, words: ReadonlyMap<string, T>) => {
    const text = textOf(column)
    const found = text ? words.get(keyOf(text)) : undefined
    if (text && found === undefined) blame(column, column)
    return { text, found }
  }
  const dayOf = (column: 'day' | 'since') => {
    const text = textOf(column)
    if (!text) return text === '' ? null : undefined
    const day = readDay(text)
    if (!day) blame(column, 'day')
    return day ?? undefined
  }

  const id = textOf('id') || null
  const title = textOf('title')?.replaceAll(/\s*\n\s*/g, ' ')
  if (!id && !title && faults.length === 0) blame('title', 'neither')
  const state = wordOf('state', states)
  const owner = wordOf('owner', owners)
  if (owner.found && owner.found.length > 1) blame('owner', 'ownerTwice')
  for (const [column, { text }] of [['state', state] as const, ['owner', owner] as const]) {
    // Only what is new may leave these to the product.
    if (id && text === '') blame(column, 'required')
  }
  const version = textOf('version')
  if (version && !/^\d{1,9}$/.test(version)) blame('version', 'version')
  const values: { [K in keyof Values]: Values[K] | undefined } = {
    ...{ title, doneWhen: textOf('doneWhen'), state: state.found },
    ...{ owner: owner.found?.length === 1 ? owner.found[0] : undefined },
    ...{ day: dayOf('day'), since: dayOf('since') },
    ...{ note: textOf('note'), reason: textOf('reason') },
  }
  const wanted = {
    ...{ row, id },
    version: version && /^\d{1,9}$/.test(version) ? Number(version) : null,
    // The place of what exists already is not the sheet's to change.
    step: id ? null : (wordOf('step', steps).found ?? null),
    kind: id ? null : (wordOf('kind', kinds).found ?? null),
    set: withoutAbsent(values),
  }
  return { wanted, name: title || id || '', faults }
}

function withoutAbsent(values: { [K in keyof Values]: Values[K] | undefined }): Partial<Values> {
  const present = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as Partial<Values>
}
