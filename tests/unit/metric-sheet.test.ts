import { expect, test } from 'vitest'
import { decideEntries } from '@/lib/metrics/sheet/deciding/rules'
import { type MetricVocabulary, readMetricRows } from '@/lib/metrics/sheet/reading/rules'
import type { Standing, WantedEntry } from '@/lib/metrics/sheet/rules'

const words: MetricVocabulary = {
  columns: new Map([
    ...(['metric', 'quarter', 'value', 'status', 'version', 'parts', 'source'] as const).map(
      (column) => [column, column] as const,
    ),
  ]),
  metrics: new Map([['trainings delivered', 'trainings_delivered']]),
  states: new Map([
    ['draft', 'draft'],
    ['confirmed', 'confirmed'],
  ]),
  parts: new Map([
    ['workshops', 'workshop'],
    ['courses', 'course'],
  ]),
}
const read = (...table: string[][]) => readMetricRows(table, words)

test('a row names a number and a quarter, and says what it says', () => {
  const header = ['Metric', 'Quarter', 'Value', 'Status', 'Parts']
  const row = ['Trainings delivered', 'Q3 2026', '1,250', 'Confirmed', 'Workshops: 3; courses: 2']
  expect(read(header, row)).toMatchObject({
    rows: [
      {
        faults: [],
        wanted: {
          ...{ row: 2, metric: 'trainings_delivered', quarter: '2026-Q3', version: null },
          set: { value: 1250, status: 'confirmed', breakdown: { workshop: 3, course: 2 } },
        },
      },
    ],
  })
})

test('what cannot be understood is said cell by cell', () => {
  const header = ['Metric', 'Quarter', 'Value', 'Status', 'Parts']
  const result = read(header, ['Cakes', '2026-Q5', 'many', 'maybe', 'Workshops 3'])
  expect(result.refused === null && result.rows[0]?.faults.map(({ fault }) => fault)).toEqual([
    ...['metric', 'quarter', 'number', 'parts', 'status'],
  ])
})

const told = (version: number, value: number): Standing => ({
  ...{ metric: 'trainings_delivered', quarter: '2026-Q1', version, value, breakdown: {} },
  ...{ source: 'Lists', context: '', status: 'confirmed' },
})
const wanted = (more: Partial<WantedEntry>): WantedEntry => ({
  ...{ row: 2, metric: 'trainings_delivered', quarter: '2026-Q1', version: null, set: {} },
  ...more,
})
const decide = (...rows: WantedEntry[]) =>
  decideEntries([told(1, 4), told(2, 5)], rows, '2026-Q4').map(({ changed, faults }) => [
    changed.join(),
    faults.map(({ fault }) => fault).join(),
  ])

test('a downloaded file that comes back as it was writes nothing', () => {
  const rows = [told(2, 5), told(1, 4)].map(({ value, version }, index) =>
    wanted({ row: index + 2, version, set: { value } }),
  )
  expect(decide(...rows)).toEqual([
    ['', ''],
    ['', ''],
  ])
})

test('a correction goes on from the latest version, and not from one before', () => {
  expect(decide(wanted({ version: 2, set: { value: 6 } }))).toEqual([['value', '']])
  expect(decide(wanted({ version: 1, set: { value: 6 } }))).toEqual([['value', 'changedSince']])
  expect(decide(wanted({ version: 3, set: { value: 6 } }))).toEqual([['', 'version']])
})

test('the rules of the form are those of the file', () => {
  const late = wanted({ quarter: '2027-Q1', set: { value: 6 } })
  const empty = wanted({ set: { value: null } })
  const parts = wanted({ set: { breakdown: { workshop: 6 } } })
  const other = wanted({ set: { breakdown: { eu: 1 } } })
  expect([late, empty, parts, other].map((row) => decide(row)[0]?.[1])).toEqual([
    ...['notYet', 'required', 'partsTooMany', 'otherParts'],
  ])
  expect(decide(wanted({ set: { value: 6 } }), wanted({ row: 3, set: { value: 7 } }))[1]).toEqual([
    ...['value', 'twice'],
  ])
})
