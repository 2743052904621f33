import { type CellValue, readSheet } from 'read-excel-file/universal'
import writeExcelFile from 'write-excel-file/node'
import { Denial } from '@/lib/errors'
import { readArchive } from '@/lib/sheet/archive'
import { type Cell, MOST_ROWS } from '@/lib/sheet/rules'

/** Cells beyond are no list of ours, and filling the gaps between would cost much memory. */
const MOST_COLUMNS = 100
const LAST_ROW = 1_048_576

/** A day of its own kind: spreadsheets sort and reckon with it. */
export interface Day {
  /** ISO day. */
  day: string
}

type Table = readonly (readonly (string | Day)[])[]

interface Layout {
  name: string
  /** Widths of the columns in characters. */
  widths: number[]
}

/** A table as a spreadsheet: every cell is text or a day, its first row stays in sight. */
export function writeXlsx(table: Table, layout: Layout): Promise<Buffer> {
  return writeBook([{ table, ...layout }])
}

/** Several tables as the sheets of one spreadsheet. */
export function writeBook(sheets: (Layout & { table: Table })[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ table, name, widths }) => ({
      ...{ data: asCells(table), sheet: name, stickyRowsCount: 1 },
      columns: widths.map((width) => ({ width })),
    })),
  ).toBuffer()
}

function asCells(table: Table) {
  return table.map((cells, index) =>
    cells.map((cell) => ({
      ...(typeof cell === 'string'
        ? { value: escape(cell), type: String, format: '@' }
        : { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }),
      ...(index === 0 ? { fontWeight: 'bold' as const } : { wrap: true }),
      alignVertical: 'top' as const,
    })),
  )
}

/** Spreadsheets read _x0041_ as a character's number. */
function escape(text: string): string {
  // The writer keeps texts as names of an object, which knows "constructor" and its like already.
  if (text in {}) return `_x00${text.charCodeAt(0).toString(16)}_${text.slice(1)}`
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/**
 * The table of a spreadsheet's first sheet; days as ISO days, formulas as such: they are not
 * evaluated. Throws Denial, a fault of `file`, for what is no spreadsheet or far too large.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Cell[][]> {
  const [table = []] = await readBook(bytes, 1)
  return table
}

/** The same for the first `most` sheets, in their order. */
export async function readBook(bytes: Uint8Array, most: number): Promise<Cell[][][]> {
  try {
    const files = readArchive(Buffer.from(bytes))
    for (const text of files.values()) if (text.includes('<sheetData')) checkExtent(text)
    const tables: Cell[][][] = []
    for (const [place, path] of findSheets(files).slice(0, most).entries()) {
      const formulas = findFormulas(files.get(path) ?? '')
      const rows = await readSheet(Uint8Array.from(bytes).buffer, place + 1)
      tables.push(
        rows.map((cells, row) =>
          cells.map((value, column) =>
            formulas.has(`${column} ${row}`) ? { formula: true } : asText(value),
          ),
        ),
      )
    }
    return tables
  } catch (error) {
    if (error instanceof Denial) throw error
    throw new Denial('invalid', 'file:sheetUnreadable')
  }
}

function asText(value: CellValue | null): string {
  if (value === null) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

/** The places of formulas on a sheet, as "column row" counted from 0. */
function findFormulas(sheet: string): Set<string> {
  // A formula comes first in its cell, before the value somebody's program once worked out.
  const cells = sheet.matchAll(/<c\s([^<>]*[^<>/])>\s*<f[\s/>]/g)
  return new Set([...cells].map(([, attributes]) => placeOf(attributes ?? '').join(' ')))
}

/** Keeps away tables so sparse that the gaps alone would fill the memory. */
function checkExtent(sheet: string) {
  for (const attributes of listTags(sheet, 'c')) {
    const [column, row] = placeOf(attributes)
    if (row >= 2 * MOST_ROWS) throw new Denial('invalid', 'file:sheetTooManyRows')
    if (column >= MOST_COLUMNS) throw new Denial('invalid', 'file:sheetUnreadable')
  }
  for (const attributes of listTags(sheet, 'row')) {
    const number = Number(readR(attributes) ?? 1)
    if (!(number <= LAST_ROW)) throw new RangeError('No such row')
  }
}

/** The attributes of every tag of a name; what hides a tag from this search is no spreadsheet. */
function listTags(xml: string, name: 'c' | 'row'): string[] {
  const found = [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])([^<>]*)>`, 'g'))]
  const begun = [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])`, 'g'))]
  if (found.length !== begun.length) throw new RangeError('A broken tag')
  return found.map(([, attributes]) => attributes ?? '')
}

function readR(attributes: string): string | undefined {
  const [one, ...more] = attributes.matchAll(/(?<![\w:.-])r\s*=\s*["']([^"']*)["']/g)
  if (more.length > 0) throw new RangeError('Two places at once')
  return one?.[1]
}

/** Column and row of a cell, counted from 0; every spreadsheet program writes them. */
function placeOf(attributes: string): [column: number, row: number] {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(readR(attributes) ?? '') ?? []
  if (!letters || !digits) throw new RangeError('A cell without a place')
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return [column - 1, Number(digits) - 1]
}

/** The paths of the sheets, in the order of the book. */
function findSheets(files: Map<string, string>): string[] {
  const book = files.get('xl/workbook.xml') ?? ''
  const targets = new Map(
    [...(files.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\s([^<>]*)>/g)].map(
      ([, attributes = '']) => [
        readAttribute(attributes, 'Id'),
        readAttribute(attributes, 'Target'),
      ],
    ),
  )
  const sheets = [...book.matchAll(/<sheet\s[^<>]*\br:id\s*=\s*["']([^"'<>]+)["']/g)]
  if (sheets.length === 0) throw new RangeError('No sheet within')
  return sheets.map(([, relation]) => {
    const path = targets.get(relation)
    if (!path) throw new RangeError('No sheet within')
    return path.startsWith('/') ? path.slice(1) : `xl/${path}`
  })
}

function readAttribute(attributes: string, name: 'Id' | 'Target'): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]
}
