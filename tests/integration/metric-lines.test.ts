import { beforeEach, expect, test } from 'vitest'
import { getMetric, getMetrics } from '@/lib/metrics/data'
import { addLine, advanceLine } from '@/lib/metrics/lines/changes'
import type { AddLine } from '@/lib/metrics/lines/schema'
import { setMeasure } from '@/lib/metrics/measures/data'
import { bringRates, setRate } from '@/lib/metrics/rates/data'
import { quarterOf } from '@/lib/metrics/series/rules'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { sql } from '../support/owner'

let world: World
beforeEach(async () => {
  world = await createWorld()
  await sql(`delete from metric_lines where region_id = $1`, [world.own.id])
})

const DAY = '2026-05-06'
const training: Omit<AddLine, 'regionId'> = {
  ...{ metric: 'trainings_delivered', title: 'Robots and ceramics', day: DAY, kind: 'course' },
  ...{ stage: '', learners: 12, amount: null, currency: 'EUR', rate: null, rateSource: '' },
  ...{ fromYear: null, toYear: null, joint: false, jointKey: '', share: null },
}
const money: Omit<AddLine, 'regionId'> = {
  ...{ ...training, metric: 'funding_leveraged', kind: 'national', learners: null },
  ...{ stage: 'secured', amount: 1_250_000, currency: 'CZK' },
}
const add = (line: Omit<AddLine, 'regionId'>) =>
  addLine(world.viewers.coordinator, { ...line, regionId: world.own.id })
const read = (metric: string) => getMetric(world.viewers.coordinator, world.own.slug, metric, 'en')
const ecb = (day: string, rate: number) =>
  setRate(world.viewers.staff, { currency: 'CZK', day, rate, source: 'ECB' })

test('trainings listed suggest how many there were, and how many took part', async () => {
  await add(training)
  await add({ ...training, title: 'Design for engineers', learners: 8 })
  const trainings = await read('trainings_delivered')
  expect(trainings.suggest('2026-Q2')).toEqual({
    ...{ value: 2, lines: 2, breakdown: { course: 2 } },
  })
  expect((await read('learners_reached')).suggest('2026-Q2')?.value).toBe(20)
  expect(trainings.suggest('2026-Q1')).toBeNull()
})

test('what is planned, and a training without learners, is not listed', async () => {
  expect(await denialOf(add({ ...training, day: '2098-01-01' }))).toBe('invalid: day:past')
  expect(await denialOf(add({ ...training, learners: null }))).toBe('invalid: learners:learners')
})

test('koruna are counted at the rate of the day they were signed, which stays with the line', async () => {
  await ecb('2026-05-05', 25.1)
  await ecb('2026-05-07', 99)
  await add(money)
  const { lines, suggest } = await read('funding_leveraged')
  expect(lines).toMatchObject([
    { euros: 49_800.8, amount: 1_250_000, rate: 25.1, rateOn: '2026-05-05', rateSource: 'ECB' },
  ])
  expect(suggest('2026-Q2')?.value).toBe(49_800.8)
  // A rate that is corrected later changes nothing that was signed.
  await ecb('2026-05-05', 24)
  expect((await read('funding_leveraged')).lines[0]?.euros).toBe(49_800.8)
})

test('without a rate nothing is guessed: it is asked for, with its source', async () => {
  const huf = { ...money, currency: 'HUF' }
  expect(await denialOf(add(huf))).toBe('invalid: rate:noRate')
  expect(await denialOf(add({ ...huf, rate: 400 }))).toBe('invalid: rateSource:required')
  await add({ ...huf, rate: 400, rateSource: 'Grant agreement' })
  expect((await read('funding_leveraged')).lines[0]?.euros).toBe(3125)
})

test('an application counts from the day it is signed', async () => {
  await add({ ...money, currency: 'EUR', amount: 9000, stage: 'applied' })
  const before = await read('funding_leveraged')
  expect(before.suggest('2026-Q2')).toBeNull()
  const id = before.lines[0]?.id ?? ''
  await advanceLine(world.viewers.coordinator, {
    ...{ regionId: world.own.id, id, stage: 'secured', day: '2026-08-01', rate: null },
    rateSource: '',
  })
  const { suggest } = await read('funding_leveraged')
  expect([suggest('2026-Q2'), suggest('2026-Q3')?.value]).toEqual([null, 9000])
})

test('a region joins a training by its key; together they never take more than all of it', async () => {
  const { jointKey } = world.foreign
  const joint = { ...training, joint: true, jointKey }
  // The other region has 60 % of it.
  expect(await denialOf(add({ ...joint, share: 40.01 }))).toBe('invalid: share:shareOver')
  await add({ ...joint, share: 40 })
  const [line] = (await read('trainings_delivered')).lines
  expect(line).toMatchObject({ share: 40, shared: 100, regions: 2 })
  expect(await denialOf(add({ ...joint, share: 1 }))).toBe('invalid: jointKey:jointOwn')
  expect(await denialOf(add({ ...joint, jointKey: 'NOBODY-HAS-THIS', share: 1 }))).toBe(
    'invalid: jointKey:jointKey',
  )
  // A key is of one kind of thing.
  expect(await denialOf(add({ ...money, currency: 'EUR', joint: true, jointKey, share: 1 }))).toBe(
    'invalid: jointKey:jointKey',
  )
})

test('who lists a joint training first gets a key to pass on', async () => {
  await add({ ...training, joint: true, share: 25 })
  const [line] = (await read('trainings_delivered')).lines
  expect(line?.jointKey).toMatch(/^[A-Z2-9]{5}(-[A-Z2-9]{5}){2}$/)
  expect(line).toMatchObject({ share: 25, shared: 25, regions: 1 })
})

test('a file of rates is taken over whole, or not at all', async () => {
  const bring = (text: string) =>
    bringRates(world.viewers.staff, { file: new File([text], 'rates.csv'), source: 'ECB' })
  expect(
    await bring('Currency;Day;Rate\nSEK;2026-05-06;11,02\nSEK;soon;11\nEUR;2026-05-06;1\n'),
  ).toEqual({
    faults: [
      { row: 3, fault: 'day' },
      { row: 4, fault: 'currency' },
    ],
    kept: 0,
  })
  const count = () => sql(`select rate::float8 from exchange_rates where currency = 'SEK'`)
  expect(await count()).toEqual([])
  expect(await bring('Currency;Day;Rate\nSEK;2026-05-06;11,02\n')).toMatchObject({ kept: 1 })
  expect(await count()).toEqual([{ rate: 11.02 }])
})

test('a number is set against the field only where its size is known, with a year', async () => {
  const of = { regionId: world.own.id, kind: 'enterprises' as const, source: 'Office' }
  await setMeasure(world.viewers.coordinator, { ...of, year: 2025, value: 4000 })
  const { measures } = await getMetrics(world.viewers.observer, world.own.slug, 'en')
  expect(measures).toMatchObject([{ kind: 'enterprises', year: 2025, value: 4000 }])
  // Nothing is told yet, so there is nothing to set against it.
  expect((await read('partners_engaged')).measured).toBeNull()
  expect(quarterOf(DAY)).toBe('2026-Q2')
})
