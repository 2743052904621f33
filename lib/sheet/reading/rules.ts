import { readDay } from '../days/rules'
import { type Cell, MOST_ROWS } from '../rules'
import { clean, keyOf, restore } from '../text/rules'

type Table = readonly (readonly Cell[])[]

export type FoundRows<Column extends string> =
  | { refused: 'sheetEmpty' | 'sheetNoHeader' | 'sheetColumnTwice' | 'sheetTooManyRows' }
  | {
      refused: null
      places: ReadonlyMap<Column, number>
      /** Titles of columns that are not known. */
      ignored: string[]
      /** What stands below the header, numbered as spreadsheets do: the first row is 1. */
      filled: { row: number; cells: readonly Cell[] }[]
    }

/**
 * Where the columns of a table are, and its rows that are not empty. `naming` are the columns of
 * which a header has one at least.
 */
export function findRows<Column extends string>(
  table: Table,
  columns: ReadonlyMap<string, Column>,
  naming: readonly Column[],
): FoundRows<Column> {
  const start = table.findIndex((cells) => !cells.every(isBlank))
  const header = table[start]
  if (!header) return { refused: 'sheetEmpty' }
  const places = new Map<Column, number>()
  const ignored: string[] = []
  for (const [place, cell] of header.entries()) {
    const title = typeof cell === 'string' ? clean(cell) : ''
    const column = columns.get(keyOf(title))
    if (column && places.has(column)) return { refused: 'sheetColumnTwice' }
    if (column) places.set(column, place)
    else if (title) ignored.push(title)
  }
  if (!naming.some((column) => places.has(column))) return { refused: 'sheetNoHeader' }
  const filled = [...table.entries()]
    .filter(([index, cells]) => index > start && !cells.every(isBlank))
    .map(([index, cells]) => ({ row: index + 1, cells }))
  if (filled.length > MOST_ROWS) return { refused: 'sheetTooManyRows' }
  return { refused: null, places, ignored, filled }
}

/** True for a cell that says nothing. */
export function isBlank(cell: Cell): boolean {
  return typeof cell === 'string' && clean(cell) === ''
}

/** Reads the cells of one row by their columns; what cannot be understood is told to `blame`. */
export function cellsOf<Column extends string>(
  cells: readonly Cell[],
  places: ReadonlyMap<Column, number>,
  blame: (column: Column, fault: string) => void,
) {
  /** The text of a column; undefined where there is no such column, or a formula in it. */
  const textOf = (column: Column): string | undefined => {
    const place = places.get(column)
    const cell = place === undefined ? undefined : (cells[place] ?? '')
    if (typeof cell === 'object') blame(column, 'formula')
    return typeof cell === 'string' ? clean(restore(clean(cell))) : undefined
  }
  return {
    textOf,
    /** The same on one line. */
    lineOf: (column: Column) => textOf(column)?.replaceAll(/\s*\n\s*/g, ' '),
    /** What a word stands for, and `empty` for none. */
    wordOf: <T>(column: Column, known: ReadonlyMap<string, T>, empty?: T): T | undefined => {
      const text = textOf(column)
      if (!text) return text === '' ? empty : undefined
      const found = known.get(keyOf(text))
      if (found === undefined) blame(column, column)
      return found
    },
    /** An ISO day; null for an empty cell. */
    dayOf: (column: Column): string | null | undefined => {
      const text = textOf(column)
      if (!text) return text === '' ? null : undefined
      const day = readDay(text)
      if (!day) blame(column, 'day')
      return day ?? undefined
    },
    /** The version of a downloaded row; null where it names none. */
    versionOf: (column: Column): number | null => {
      const text = textOf(column)
      if (!text) return null
      if (/^\d{1,9}$/.test(text)) return Number(text)
      blame(column, 'version')
      return null
    },
  }
}

/** Only what a row says. */
export function withoutAbsent<Values extends object>(values: {
  [K in keyof Values]: Values[K] | undefined
}): Partial<Values> {
  const present = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as Partial<Values>
}
