import { expect, test } from 'vitest'
import {
  countOnce,
  type Line,
  spreadOverYears,
  stateOfShares,
  suggestFrom,
} from '@/lib/metrics/lines/rules'
import { measure } from '@/lib/metrics/measures/rules'
import { rateOn, toEuros } from '@/lib/metrics/rates/rules'

const training = (day: string, more: Partial<Line> = {}): Line => ({
  ...{ metric: 'trainings_delivered', day, kind: '', stage: '', learners: 12, euros: null },
  ...{ fromYear: null, toYear: null, jointKey: null, share: 100, ...more },
})
const money = (day: string, euros: number | null, more: Partial<Line> = {}): Line =>
  training(day, {
    ...{ metric: 'funding_leveraged', learners: null, euros, stage: 'secured', ...more },
  })

test('trainings of a quarter are counted by the day they ended, by format', () => {
  const lines = [
    training('2026-03-31', { kind: 'course' }),
    training('2026-04-01', { kind: 'workshop' }),
    training('2026-06-30', { kind: 'workshop' }),
    training('2026-05-05'),
  ]
  expect(suggestFrom('trainings_delivered', lines, '2026-Q2')).toEqual({
    ...{ value: 3, lines: 3, breakdown: { workshop: 2 } },
  })
})

test('a quarter without lines suggests nothing rather than nought', () => {
  expect(suggestFrom('trainings_delivered', [], '2026-Q2')).toBeNull()
  expect(suggestFrom('funding_leveraged', [money('2026-05-05', 900)], '2026-Q1')).toBeNull()
})

test('a joint training is one run in each region, and its learners are shared', () => {
  // 40 × 75 % + 11 = 41; 40 × 25 % = 10.
  const linz = [
    training('2026-05-05', { learners: 40, jointKey: 'k', share: 75 }),
    training('2026-06-01', { learners: 11 }),
  ]
  const brno = [training('2026-05-05', { learners: 40, jointKey: 'k', share: 25 })]
  expect(suggestFrom('trainings_delivered', linz, '2026-Q2')?.value).toBe(2)
  expect(suggestFrom('learners_reached', linz, '2026-Q2')?.value).toBe(41)
  expect(suggestFrom('trainings_delivered', brno, '2026-Q2')?.value).toBe(1)
  expect(suggestFrom('learners_reached', brno, '2026-Q2')?.value).toBe(10)
  expect(countOnce([...linz, ...brno])).toBe(2)
})

test('money counts when it is secured, by the day of its signature, the own share of it alone', () => {
  const lines = [
    money('2026-05-05', 10_000, { kind: 'eu', share: 33.33, jointKey: 'k' }),
    money('2026-05-06', 500.25, { kind: 'private', stage: 'received' }),
    money('2026-05-07', 80_000, { stage: 'applied' }),
  ]
  expect(suggestFrom('funding_leveraged', lines, '2026-Q2')).toEqual({
    ...{ value: 3833.25, lines: 2, breakdown: { eu: 3333, private: 500.25 } },
  })
})

test('money for several years is spread over them to the cent', () => {
  const lines = [
    money('2026-05-05', 100, { fromYear: 2026, toYear: 2028 }),
    money('2026-11-05', 50),
    money('2026-11-06', 999, { stage: 'applied' }),
  ]
  expect(spreadOverYears(lines)).toEqual([
    { year: 2026, euros: 83.34 },
    { year: 2027, euros: 33.33 },
    { year: 2028, euros: 33.33 },
  ])
})

test('shares are whole at a hundred per cent and not before', () => {
  expect(stateOfShares([33.33, 33.33, 33.34])).toBe('whole')
  expect(stateOfShares([60])).toBe('open')
  expect(stateOfShares([60, 40.01])).toBe('over')
})

const RATES = [
  { day: '2026-03-06', rate: 25.1, source: 'ECB' },
  { day: '2026-03-09', rate: 25.05, source: 'ECB' },
  { day: '2026-03-02', rate: 25.3, source: 'ECB' },
]

test('money is counted at the rate of the day it was signed, or of the nearest day before', () => {
  expect(rateOn(RATES, '2026-03-09')?.rate).toBe(25.05)
  // A Sunday has no rate of its own.
  expect(rateOn(RATES, '2026-03-08')?.day).toBe('2026-03-06')
  expect(rateOn(RATES, '2026-03-01')).toBeNull()
  // 1,250,000 CZK at 25.10.
  expect(toEuros(1_250_000, 25.1)).toBe(49_800.8)
  expect(toEuros(1, 8)).toBe(0.13)
})

test('numbers are set against the latest year known, and only where there is enough of it', () => {
  const enterprises = (value: number, year: number) => ({
    ...{ kind: 'enterprises' as const, value, year },
  })
  const known = [enterprises(2000, 2023), enterprises(3500, 2025)]
  // 42 of 3,500 are 1.2 of a hundred.
  expect(measure('partners_engaged', 42, known)).toEqual({
    ...{ kind: 'enterprises', year: 2025, rate: 1.2 },
  })
  expect(measure('partners_engaged', 42, [])).toBeNull()
  expect(measure('partners_engaged', null, known)).toBeNull()
  expect(measure('partners_engaged', 9, [enterprises(99, 2025)])?.rate).toBeNull()
  expect(measure('partners_engaged', 9, [enterprises(100, 2025)])?.rate).toBe(9)
  const workers = (value: number) => [{ kind: 'workers' as const, value, year: 2024 }]
  expect(measure('learners_reached', 30, workers(499))?.rate).toBeNull()
  expect(measure('learners_reached', 30, workers(500))?.rate).toBe(60)
  expect(
    measure('funding_leveraged', 90_000, [{ kind: 'base', value: 60_000, year: 2025 }]),
  ).toEqual({ kind: 'base', year: 2025, rate: 1.5 })
  expect(measure('people_reached', 5000, known)).toBeNull()
})
