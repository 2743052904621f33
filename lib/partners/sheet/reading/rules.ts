import { readDay } from '../../../sheet/days/rules'
import { type Cell, MOST_ROWS } from '../../../sheet/rules'
import { clean, keyOf, restore } from '../../../sheet/text/rules'
import type { Gain, PartnerStatus, Sector, Size, Subtype } from '../../rules'
import type { Column, Fault, Values, Wanted } from '../rules'

/** The words of a sheet in every language, by lib/sheet/text/rules.ts#keyOf. */
export interface Vocabulary {
  columns: ReadonlyMap<string, Column>
  sectors: ReadonlyMap<string, Sector>
  subtypes: ReadonlyMap<string, Subtype>
  statuses: ReadonlyMap<string, PartnerStatus>
  sizes: ReadonlyMap<string, Size>
  gains: ReadonlyMap<string, Gain>
  yesNo: ReadonlyMap<string, boolean>
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
  if (!places.has('id') && !places.has('name')) return { refused: 'sheetNoHeader' }
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
  words: Vocabulary,
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
  const lineOf = (column: Column) => textOf(column)?.replaceAll(/\s*\n\s*/g, ' ')
  const wordOf = <T>(column: Column, known: ReadonlyMap<string, T>, empty?: T): T | undefined => {
    const text = textOf(column)
    if (!text) return text === '' ? empty : undefined
    const found = known.get(keyOf(text))
    if (found === undefined) blame(column, column)
    return found
  }
  const listOf = <T>(column: Column, known: ReadonlyMap<string, T>): T[] | undefined => {
    const text = textOf(column)
    if (text === undefined) return undefined
    const found = splitWords(text).map((word) => known.get(keyOf(word)))
    if (found.includes(undefined)) blame(column, column)
    return [...new Set(found.flatMap((one) => (one === undefined ? [] : [one])))]
  }
  const dayOf = (column: Column) => {
    const text = textOf(column)
    if (!text) return undefined
    const day = readDay(text)
    if (!day) blame(column, 'day')
    return day ?? undefined
  }
  const id = textOf('id') || null
  if (id && !/^[0-9a-f-]{36}$/.test(id)) blame('id', 'unknownId')
  const name = lineOf('name')
  if (!id && !name && faults.length === 0) blame('name', 'neither')
  const version = textOf('version')
  const isVersion = version !== undefined && /^\d{1,9}$/.test(version)
  if (version && !isVersion) blame('version', 'version')
  const values: { [K in keyof Values]: Values[K] | undefined } = {
    // A name is changed to another one, never to none.
    ...{ name: name || undefined, kind: lineOf('kind'), city: lineOf('city') },
    ...{ sector: wordOf('sector', words.sectors), also: listOf('also', words.sectors) },
    subtype: wordOf<Subtype | ''>('subtype', words.subtypes, ''),
    ...{ status: wordOf('status', words.statuses), since: dayOf('since') },
    ...{ website: withScheme(lineOf('website')), size: wordOf<Size | ''>('size', words.sizes, '') },
    micro: wordOf('micro', words.yesNo, false),
    bridge: wordOf('bridge', words.yesNo, false),
    ...{ gains: listOf('gains', words.gains), gainNote: textOf('gainNote') },
    ...{ brings: textOf('brings'), expects: textOf('expects') },
  }
  const set = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>
  return {
    wanted: { row, id, version: isVersion ? Number(version) : null, set },
    name: name || id || '',
    faults,
  }
}

/** Several words in one cell, between semicolons, line ends or, where none is, commas. */
function splitWords(text: string): string[] {
  const parts = /[;\n]/.test(text) ? text.split(/[;\n]/) : text.split(',')
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function withScheme(text: string | undefined): string | undefined {
  return !text || text.includes('://') ? text : `https://${text}`
}
