import { expect, test } from 'vitest'
import { amount } from '@/lib/metrics/schema'
import { findFault, METRICS, PARTS, PART_NAMES } from '@/lib/metrics/rules'
import {
  addQuarters,
  type Entry,
  figureOf,
  lastDayOf,
  progressTo,
  quarterOf,
  quartersBefore,
  seriesOf,
} from '@/lib/metrics/series/rules'

const entry = (quarter: string, value: number, more: Partial<Entry> = {}): Entry => ({
  ...{ metric: 'learners_reached', quarter, version: 1, value, breakdown: {} },
  ...{ status: 'confirmed', ...more },
})
const YEAR = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']

test('days lie in quarters, and quarters follow one another over years', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
    ...['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4'],
  ])
  expect(addQuarters('2026-Q4', 1)).toBe('2027-Q1')
  expect(addQuarters('2026-Q1', -1)).toBe('2025-Q4')
  expect(lastDayOf('2026-Q2')).toBe('2026-06-30')
  expect(quartersBefore('2027-02-10', 4)).toEqual(YEAR)
})

test('a quarter nobody told is a gap and never nought; nought is told', () => {
  const series = seriesOf([entry('2026-Q1', 20), entry('2026-Q3', 0)], YEAR)
  expect(series.map(({ value }) => value)).toEqual([20, null, 0, null])
})

test('a flow adds up what was told and says of how many quarters', () => {
  const series = seriesOf([entry('2026-Q1', 20), entry('2026-Q2', 30), entry('2026-Q4', 5)], YEAR)
  expect(figureOf('learners_reached', series)).toEqual({ value: 55, reported: 3, of: 4 })
})

test('a stock is worth its last quarter told and is never added up', () => {
  const series = seriesOf([entry('2026-Q1', 12), entry('2026-Q3', 15)], YEAR)
  expect(figureOf('partners_engaged', series)).toEqual({ value: 15, reported: 2, of: 4 })
})

test('where nothing is told there is no number', () => {
  expect(figureOf('learners_reached', seriesOf([], YEAR))).toEqual({
    ...{ value: null, reported: 0, of: 4 },
  })
})

test('a draft says nothing yet, and a correction stands in the place of what it corrects', () => {
  const told = [
    entry('2026-Q1', 20),
    entry('2026-Q1', 18, { version: 2 }),
    entry('2026-Q1', 99, { version: 3, status: 'draft' }),
  ]
  expect(seriesOf(told, ['2026-Q1'])).toEqual([{ quarter: '2026-Q1', value: 18 }])
})

test('progress to a target is reckoned from its baseline, and without one not at all', () => {
  const told = [entry('2026-Q1', 20), entry('2026-Q2', 30)]
  const target = { metric: 'learners_reached' as const, value: 200, dueOn: null }
  expect(progressTo({ ...target, baseline: null, baselineOn: null }, told)).toBeNull()
  expect(progressTo({ ...target, baseline: 100, baselineOn: null }, told)).toBe(50)
  // Only what came about in quarters that ended after the baseline's day.
  expect(progressTo({ ...target, baseline: 100, baselineOn: '2026-03-31' }, told)).toBe(30)
  expect(progressTo({ ...target, baseline: 0, baselineOn: null }, [])).toBe(0)
})

test('progress of a stock is where it stands between baseline and target', () => {
  const target = { metric: 'partners_engaged' as const, value: 30, dueOn: null }
  const told = [entry('2026-Q1', 12), entry('2026-Q2', 15)]
  expect(progressTo({ ...target, baseline: 10, baselineOn: null }, told)).toBe(25)
})

test('parts that divide a value are never more than it; each other part is some of it', () => {
  expect(findFault('trainings_delivered', 5, { workshop: 3, course: 2, hours: 40 })).toBeNull()
  expect(findFault('trainings_delivered', 5, { workshop: 3, course: 3 })).toEqual({
    ...{ part: 'workshop', fault: 'partsTooMany' },
  })
  expect(findFault('trainings_delivered', 5, { digital: 5, green: 6 })).toEqual({
    ...{ part: 'green', fault: 'partTooLarge' },
  })
  expect(findFault('people_reached', null, { events: 900, web: 9000 })).toBeNull()
})

test('no two parts have one name within a metric', () => {
  for (const metric of METRICS) {
    const { shares, within, beside } = PARTS[metric]
    const names = [...shares, ...within, ...beside]
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(PART_NAMES).toContain(name)
  }
})

test('numbers are read as people of either language write them; empty is no nought', () => {
  const read = (text: string) => amount.safeParse(text).data
  expect(
    ['', '0', '12', '1,250', '1.250', '1 250', '1.250,50', '1,250.5', '12,5'].map(read),
  ).toEqual([...[null, 0, 12, 1250, 1250, 1250, 1250.5, 1250.5, 12.5]])
  for (const text of ['-3', 'twelve', '1e9', '1,2,3', '12.345.6']) {
    expect(amount.safeParse(text).success, text).toBe(false)
  }
})
