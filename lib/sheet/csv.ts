import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { Denial } from '@/lib/errors'
import { MOST_ROWS } from '@/lib/sheet/rules'

const SEPARATORS = [';', ',', '\t'] as const

/** A table as a CSV file that spreadsheets open as it is: UTF-8 with its mark, every cell quoted. */
export function writeCsv(table: string[][], delimiter: ';' | ','): Buffer {
  const options = { delimiter, bom: true, quoted: true, record_delimiter: 'windows' as const }
  return Buffer.from(stringify(table, options))
}

/**
 * The table of a CSV file, whichever separator it has. Throws Denial, a fault of `file`, for what
 * is no text in UTF-8 and for quotes that never end.
 */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decode(bytes)
  try {
    return parse(text, {
      delimiter: findSeparator(text),
      relax_column_count: true,
      // The header, and one row more than may be, so that too many are seen.
      to: 2 * MOST_ROWS,
    })
  } catch {
    throw new Denial('invalid', 'file:sheetUnreadable')
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new Denial('invalid', 'file:sheetUtf16')
  }
  if (bytes.includes(0)) throw new Denial('invalid', 'file:sheetKind')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Denial('invalid', 'file:sheetNotUtf8')
  }
}

/** The separator that the first line has most of, outside quotes. */
function findSeparator(text: string): string {
  const line = /^\s*((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text)?.[1] ?? ''
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best))
}
