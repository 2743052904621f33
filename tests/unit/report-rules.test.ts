import { expect, test } from 'vitest'
import { cutByFont } from '@/lib/report/pdf/fonts'
import { asOfPeriod, periodOf, usualPeriod } from '@/lib/report/period/rules'

test('unless asked, a report tells of the last whole quarter and of what came since', () => {
  expect(usualPeriod('2026-11-23')).toEqual({ from: '2026-07-01', to: '2026-11-23' })
  expect(usualPeriod('2026-02-01')).toEqual({ from: '2025-10-01', to: '2026-02-01' })
})

test('days that make no sense are left aside: the future, and an end before its beginning', () => {
  const today = '2026-11-23'
  const usual = usualPeriod(today)
  expect(periodOf({ from: '2026-01-01', to: '2026-03-31' }, today)).toEqual({
    ...{ from: '2026-01-01', to: '2026-03-31' },
  })
  expect(periodOf({ from: '2026-05-01', to: '2031-01-01' }, today)).toEqual({
    ...{ from: '2026-05-01', to: today },
  })
  expect(periodOf({ from: '2026-05-01', to: '2026-04-01' }, today)).toEqual(usual)
  expect(periodOf({ from: null, to: null }, today)).toEqual(usual)
})

test('a period that ends with a quarter counts that quarter', () => {
  expect(asOfPeriod({ from: '2026-01-01', to: '2026-03-31' })).toBe('2026-04-01')
  expect(asOfPeriod({ from: '2026-01-01', to: '2026-03-30' })).toBe('2026-03-30')
})

test('a text is cut where its signs stand in another font file, and none is lost', () => {
  const text = 'Dolní Kraj – Škola řemesel „Łódź“ 5 €'
  const runs = cutByFont(text, 'body')
  expect(runs.map((run) => run.text).join('')).toBe(text)
  expect(runs.filter(({ font }) => font === 'bodyMore').map((run) => run.text)).toEqual([
    ...['Š', 'ř', 'Ł', 'ź'],
  ])
})
