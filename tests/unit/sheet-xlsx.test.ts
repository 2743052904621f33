import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clean, neutralise, restore } from '@/lib/sheet/text/rules'
import { readCsv, writeCsv } from '@/lib/sheet/csv'
import { readXlsx, writeXlsx } from '@/lib/sheet/xlsx'
import { denialOf } from '../support/denial'
import { zip } from '../support/zip'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A spreadsheet whose first sheet has these rows, as XML. */
const book = (rows: string, claims?: Record<string, number>, more: Record<string, string> = {}) =>
  zip(
    {
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ...more,
    },
    claims,
  )

const cell = (place: string, value: string | number) => `<c r="${place}"><v>${value}</v></c>`

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('=', "'=", '+', '-', '@', '"', ';', '_x0041_', '<&>'), fc.string())
    .map(([start, rest]) => start + rest),
)
const tables = fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 4 })

const asWritten = (table: [string, string][]) => [
  ['id', 'title'],
  ...table.map((row) => row.map((text) => neutralise(clean(text)))),
]
const asRead = (table: readonly (readonly unknown[])[]) =>
  table.slice(1).map((row) => row.map((text) => clean(restore(clean(String(text))))))
const asMeant = (table: [string, string][]) => table.map((row) => row.map(clean))

test('a table of any texts comes back from CSV as it was', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom<';' | ','>(';', ','), (table, separator) => {
      expect(asRead(readCsv(writeCsv(asWritten(table), separator)))).toEqual(asMeant(table))
    }),
  )
})

test('a table of any texts comes back from a spreadsheet as it was', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      const bytes = await writeXlsx(asWritten(table), { name: 'Lists', widths: [20, 20] })
      const read = asRead(await readXlsx(bytes))
      // Rows at the end with nothing in them are no rows to a spreadsheet.
      const meant = asMeant(table)
      while (meant.at(-1)?.every((text) => text === '')) meant.pop()
      expect(read.map((row) => [row[0] ?? '', row[1] ?? ''])).toEqual(meant)
    }),
    { numRuns: 100 },
  )
})

describe('a spreadsheet', () => {
  test('gives numbers and formulas as such', async () => {
    const rows = `<row r="1">${cell('A1', 3)}<c r="B1"><f>1+1</f><v>2</v></c></row>`
    expect(await readXlsx(book(rows))).toEqual([['3', { formula: true }]])
  })

  const refused: [string, Buffer, string][] = [
    ['grows beyond 16 MB', book(cell('A1', ' '.repeat(17_000_000))), 'sheetUnreadable'],
    [
      'says it is small and is not',
      book(cell('A1', ' '.repeat(17_000_000)), { 'xl/worksheets/sheet1.xml': 100 }),
      'sheetUnreadable',
    ],
    [
      'has a cell far below',
      book(`<row r="900000">${cell('A900000', 1)}</row>`),
      'sheetTooManyRows',
    ],
    ['has a cell far aside', book(`<row r="1">${cell('XFD1', 1)}</row>`), 'sheetUnreadable'],
    ['has a row beyond all', book('<row r="99999999999"></row>'), 'sheetUnreadable'],
    ['has a cell of no place', book('<row r="1"><c><v>1</v></c></row>'), 'sheetUnreadable'],
    ['hides a cell', book('<row r="1"><c x="<" r="XFD1"><v>1</v></c></row>'), 'sheetUnreadable'],
    ['has a cell at two places', book('<c r="A1" r="XFD1"><v>1</v></c>'), 'sheetUnreadable'],
    ['has no sheet', zip({ 'xl/workbook.xml': '<workbook/>' }), 'sheetUnreadable'],
    ['is cut off', book(cell('A1', 1)).subarray(0, 200), 'sheetUnreadable'],
  ]
  test.each(refused)('that %s is refused', async (_, bytes, fault) => {
    expect(await denialOf(readXlsx(bytes))).toBe(`invalid: file:${fault}`)
  })
})

test.each([
  ['semicolons', 'id;note\n1;"a;b"\n'],
  ['commas', 'id,note\n1,"a;b"\n'],
  ['tabs', 'id\tnote\n1\ta;b\n'],
  ['Windows line ends and a mark', '\ufeffid;note\r\n1;"a;b"\r\n'],
])('CSV with %s is read', (_, text) => {
  expect(readCsv(Buffer.from(text))).toEqual([
    ['id', 'note'],
    ['1', 'a;b'],
  ])
})
