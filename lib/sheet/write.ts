import { asLocale, type Locale } from '@/lib/i18n/locales'
import { writeCsv } from '@/lib/sheet/csv'
import type { Format } from '@/lib/sheet/rules'
import { clean, neutralise } from '@/lib/sheet/text/rules'
import { type Day, writeBook } from '@/lib/sheet/xlsx'

/** A cell's text, or a day that spreadsheets can reckon with. */
type Written = string | Day

export interface SheetFile {
  name: string
  type: string
  body: Buffer
}

// Spreadsheets of each language expect their own separator.
const SEPARATOR = { en: ',', de: ';' } as const satisfies Record<Locale, string>

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<Format, string>

type Table = readonly (readonly Written[])[]

/** A further sheet of a spreadsheet. */
interface MoreSheet {
  table: Table
  sheetName: string
  widths: number[]
}

/** How a table is to be written. */
export interface WantedFile {
  /** Without its ending. */
  fileName: string
  sheetName: string
  /** Widths of the columns in characters. */
  widths: number[]
  format: Format
  locale: string
  /** What a spreadsheet holds beside the table; a CSV file has no room for it. */
  more?: MoreSheet[]
}

/** A table, its header first, as a file; no cell of it is a formula. */
export async function writeTable(
  table: Table,
  { fileName, sheetName, widths, format, locale, more = [] }: WantedFile,
): Promise<SheetFile> {
  return {
    name: `${fileName}.${format}`,
    type: TYPES[format],
    body:
      format === 'csv'
        ? writeCsv(
            calm(table).map((cells) =>
              cells.map((cell) => (typeof cell === 'string' ? cell : cell.day)),
            ),
            SEPARATOR[asLocale(locale)],
          )
        : await writeBook(
            [{ table, sheetName, widths }, ...more].map((sheet) => ({
              ...{ table: calm(sheet.table), name: sheet.sheetName, widths: sheet.widths },
            })),
          ),
  }
}

function calm(table: Table): Written[][] {
  return table.map((cells) =>
    cells.map((cell) => (typeof cell === 'string' ? neutralise(clean(cell)) : cell)),
  )
}

/** A file as an answer that is kept under its name, and by nobody on the way. */
export function answerWith({ name, type, body }: SheetFile): Response {
  return new Response(Uint8Array.from(body), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  })
}
