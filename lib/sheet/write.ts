import { asLocale, type Locale } from '@/lib/i18n/locales'
import { writeCsv } from '@/lib/sheet/csv'
import type { Format } from '@/lib/sheet/rules'
import { clean, neutralise } from '@/lib/sheet/text/rules'
import { writeXlsx } from '@/lib/sheet/xlsx'

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

interface Wanted {
  /** Without its ending. */
  fileName: string
  sheetName: string
  /** Widths of the columns in characters. */
  widths: number[]
  format: Format
  locale: string
}

/** A table, its header first, as a file; no cell of it is a formula. */
export async function writeTable(
  table: readonly (readonly string[])[],
  { fileName, sheetName, widths, format, locale }: Wanted,
): Promise<SheetFile> {
  const calm = table.map((cells) => cells.map((cell) => neutralise(clean(cell))))
  return {
    name: `${fileName}.${format}`,
    type: TYPES[format],
    body:
      format === 'csv'
        ? writeCsv(calm, SEPARATOR[asLocale(locale)])
        : await writeXlsx(calm, { name: sheetName, widths }),
  }
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
