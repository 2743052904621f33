import { beforeEach, expect, test } from 'vitest'
import { noteMetric, setTarget } from '@/lib/metrics/changes'
import { getMetric, getMetrics } from '@/lib/metrics/data'
import { exportMetrics } from '@/lib/metrics/export'
import type { NoteMetric } from '@/lib/metrics/schema'
import { keepSheet } from '@/lib/metrics/sheet/keep'
import { lookAtMetrics } from '@/lib/metrics/sheet/preview'
import { keepMetricsSchema } from '@/lib/metrics/sheet/schema'
import { quartersBefore } from '@/lib/metrics/series/rules'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { sql } from '../support/owner'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const METRIC = 'learners_reached' as const
const QUARTERS = quartersBefore(new Date().toISOString().slice(0, 10), 4)
const [FIRST = '', SECOND = ''] = QUARTERS

const tell = (quarter: string, value: number | null, more: Partial<NoteMetric> = {}) =>
  noteMetric(world.viewers.coordinator, {
    ...{ regionId: world.own.id, metric: METRIC, quarter, value, version: 0 },
    ...{ source: 'Attendance lists', context: '', confirm: true, ...more },
  })
const read = () => getMetric(world.viewers.partner, world.own.slug, METRIC, 'en')

test('confirmed quarters add up, and the page says how many were told', async () => {
  await tell(FIRST, 20)
  await tell(SECOND, 15)
  const { metric } = await read()
  expect(metric.year).toEqual({ value: 35, reported: 2, of: 4 })
})

test('a correction is a new version; what it corrects stays readable', async () => {
  await tell(FIRST, 20)
  await tell(FIRST, 18, { version: 1 })
  const { metric } = await read()
  expect(metric.year.value).toBe(18)
  expect(metric.entries.map(({ value, version }) => [version, value])).toEqual([
    [2, 18],
    [1, 20],
  ])
})

test('a draft is seen and does not count', async () => {
  await tell(FIRST, 20, { confirm: false })
  const { metric } = await read()
  expect(metric.year.value).toBeNull()
  expect(metric.entries).toMatchObject([{ status: 'draft', value: 20, author: 'Clara' }])
})

test('of two who tell the same quarter at once, one is told so', async () => {
  const outcomes = await Promise.allSettled([tell(FIRST, 20), tell(FIRST, 21)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('nought is a value, empty is none, and parts are never more than the whole', async () => {
  await tell(FIRST, 0)
  expect((await read()).metric.year).toEqual({ value: 0, reported: 1, of: 4 })
  expect(await denialOf(tell(SECOND, null))).toBe('invalid: value:required')
  expect(await denialOf(tell(SECOND, 5, { employed: 4, student: 2 }))).toBe(
    'invalid: employed:partsTooMany',
  )
  expect(await denialOf(tell('2098-Q1', 5))).toBe('invalid: quarter:notYet')
})

test('people reached are told by channel, and no sum is made of them', async () => {
  await tell(FIRST, null, { metric: 'people_reached', events: 300, web: 4000 })
  const { metric } = await getMetric(world.viewers.partner, world.own.slug, 'people_reached', 'en')
  expect(metric.year.value).toBeNull()
  expect(metric.entries[0]?.breakdown).toEqual({ events: 300, web: 4000 })
})

test('a target without a day or a baseline stands without progress', async () => {
  await tell(FIRST, 20)
  const target = { regionId: world.own.id, metric: METRIC, value: 100, dueOn: null, source: '' }
  const clara = world.viewers.coordinator
  await setTarget(clara, { ...target, baseline: null, baselineOn: null })
  await setTarget(clara, { ...target, baseline: 0, baselineOn: null, dueOn: '2031-02-03' })
  const { metric } = await read()
  expect(metric.targets.map(({ progress, dueOn }) => [dueOn, progress])).toEqual([
    ['2031-02-03', 20],
    [null, null],
  ])
})

test('the register and the tasks suggest how many organisations are engaged', async () => {
  await sql(`update partners set status = 'identified' where region_id = $1`, [world.own.id])
  await sql(`update partners set status = 'committed' where region_id = $1 and id = $2`, [
    ...[world.own.id, world.own.partner],
  ])
  const ask = () => getMetric(world.viewers.coordinator, world.own.slug, 'partners_engaged', 'en')
  const before = (await ask()).engaged ?? 0
  await sql(
    `update task_partners set state = 'done', done_on = current_date
      where region_id = $1 and partner_id = $2`,
    [world.own.id, world.own.otherPartner],
  )
  expect([before, (await ask()).engaged]).toEqual([1, 2])
})

test('the file holds every version, and a source that looks like a formula is text', async () => {
  await tell(FIRST, 20, { source: '=1+1' })
  const { body } = await exportMetrics(world.viewers.observer, world.own.slug, 'de', 'csv')
  expect(body.toString()).toContain(`"Erreichte Lernende";"Teilnahmen";"${FIRST}";"20"`)
  expect(body.toString()).not.toContain('"=1+1"')
})

test('the four core metrics come first, each in the reader’s language', async () => {
  const { metrics } = await getMetrics(world.viewers.observer, world.own.slug, 'de')
  expect(metrics.map(({ words }) => words.core)).toEqual([
    ...[true, true, true, true, false, false, false, false],
  ])
  expect(metrics[0]?.words.label).toBe('Eingebundene Partner')
})

test('a downloaded file comes back without a change, and its corrections are next versions', async () => {
  await tell(FIRST, 1250, { employed: 900 })
  const clara = world.viewers.coordinator
  const { body } = await exportMetrics(clara, world.own.slug, 'de', 'csv')
  const bring = (text: string) => {
    const file = new File([text], 'numbers.csv')
    return lookAtMetrics(clara, { regionId: world.own.id, file }, 'en')
  }
  // The cast's own entry has parts that nobody could have entered.
  await sql(`delete from metric_entries where region_id = $1 and metric = 'trainings_delivered'`, [
    world.own.id,
  ])
  const own = body
    .toString()
    .split(/\r?\n/)
    .filter((row) => !row.includes(world.own.mark))
    .join('\n')
  expect((await bring(own)).headline).toBe(
    'This file says what is here already. There is nothing to save.',
  )
  const changed = own.replace('"1.250"', '"1.300"')
  const { changes, rows } = await bring(changed)
  expect(rows.map((row) => row.changes)).toEqual([['Value: 1,250 → 1,300']])
  const sent = keepMetricsSchema.parse({ regionId: world.own.id, changes })
  await keepSheet(clara, sent)
  expect((await read()).metric.year.value).toBe(1300)
  expect(await denialOf(keepSheet(clara, sent))).toBe('conflict: sheetChanged')
})
