import { cellsOf, findRows, withoutAbsent } from '../../../sheet/reading/rules'
import type { Cell } from '../../../sheet/rules'
import { keyOf } from '../../../sheet/text/rules'
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
  const found = findRows(table, vocabulary.columns, ['id', 'name'])
  if (found.refused !== null) return found
  const { places, ignored, filled } = found
  const rows = filled.map(({ row, cells }) => readRow(row, cells, places, vocabulary))
  return { refused: null, rows, ignored }
}

function readRow(
  row: number,
  cells: readonly Cell[],
  places: ReadonlyMap<Column, number>,
  words: Vocabulary,
): ReadRow {
  const faults: Fault[] = []
  const blame = (column: Column, fault: string) => void faults.push({ column, fault })
  const { textOf, lineOf, wordOf, dayOf, versionOf } = cellsOf(cells, places, blame)
  const listOf = <T>(column: Column, known: ReadonlyMap<string, T>): T[] | undefined => {
    const text = textOf(column)
    if (text === undefined) return undefined
    const found = splitWords(text).map((word) => known.get(keyOf(word)))
    if (found.includes(undefined)) blame(column, column)
    return [...new Set(found.flatMap((one) => (one === undefined ? [] : [one])))]
  }
  const id = textOf('id') || null
  if (id && !/^[0-9a-f-]{36}$/.test(id)) blame('id', 'unknownId')
  const name = lineOf('name')
  if (!id && !name && faults.length === 0) blame('name', 'neither')
  const values: { [K in keyof Values]: Values[K] | undefined } = {
    // A name is changed to another one, never to none.
    ...{ name: name || undefined, kind: lineOf('kind'), city: lineOf('city') },
    ...{ sector: wordOf('sector', words.sectors), also: listOf('also', words.sectors) },
    subtype: wordOf<Subtype | ''>('subtype', words.subtypes, ''),
    ...{ status: wordOf('status', words.statuses), since: dayOf('since') ?? undefined },
    ...{ website: withScheme(lineOf('website')), size: wordOf<Size | ''>('size', words.sizes, '') },
    micro: wordOf('micro', words.yesNo, false),
    bridge: wordOf('bridge', words.yesNo, false),
    ...{ gains: listOf('gains', words.gains), gainNote: textOf('gainNote') },
    ...{ brings: textOf('brings'), expects: textOf('expects') },
  }
  const set = withoutAbsent(values)
  return { wanted: { row, id, version: versionOf('version'), set }, name: name || id || '', faults }
}

/** Several words in one cell, between semicolons, line ends or, where none is, commas. */
function splitWords(text: string): string[] {
  const parts = /[;\n]/.test(text) ? text.split(/[;\n]/) : text.split(',')
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function withScheme(text: string | undefined): string | undefined {
  return !text || text.includes('://') ? text : `https://${text}`
}
