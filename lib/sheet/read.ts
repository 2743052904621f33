import { Denial } from '@/lib/errors'
import { readCsv } from '@/lib/sheet/csv'
import { type Cell, MOST_BYTES } from '@/lib/sheet/rules'
import { readBook } from '@/lib/sheet/xlsx'

/**
 * The table of a CSV file or of a spreadsheet's first sheet, whichever its bytes say it is.
 * Throws Denial, a fault of `file`, for what is neither and for what is too large.
 */
export async function readTable(file: File): Promise<Cell[][]> {
  const [table = []] = await readTables(file, 1)
  return table
}

/** The same for the first `most` sheets of a spreadsheet; a CSV file has one. */
export async function readTables(file: File, most: number): Promise<Cell[][][]> {
  if (file.size > MOST_BYTES) throw new Denial('invalid', 'file:sheetTooLarge')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length === 0) throw new Denial('invalid', 'file:sheetNone')
  const begins = (...first: number[]) => first.every((byte, index) => bytes[index] === byte)
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new Denial('invalid', 'file:sheetOldXls')
  return begins(0x50, 0x4b) ? readBook(bytes, most) : [readCsv(bytes)]
}
