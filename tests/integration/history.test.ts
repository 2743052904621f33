import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { getGuide } from '@/lib/guidebook/data'
import type { GuideItem, GuideStep } from '@/lib/guidebook/rules'
import { getJourney, type RegionJourney } from '@/lib/journey/data'
import { type HistoryEntry, replayHistory } from '@/lib/journey/history/rules'
import { markMilestone } from '@/lib/journey/milestones'
import { planItem, tickItem } from '@/lib/journey/ticks'
import { addDays, dayIn } from '@/lib/dates/rules'
import { chanceFrom } from '../../prisma/sample/chance'
import { createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'

const COMMANDS = 240
const HOUR = 3_600_000
const ZONE = 'Europe/Prague'

let world: World
let steps: GuideStep[]

beforeEach(async () => {
  world = await createWorld()
  steps = (await getGuide(1, 'en')).steps
  for (const table of ['ticks', 'milestones', 'own_entries', 'activities']) {
    await sql(`delete from ${table} where region_id = $1`, [world.own.id])
  }
  // Far from the database's own clock, so that nothing can lean on that.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-10T05:30:00Z') })
})

afterEach(() => {
  vi.useRealTimers()
})

/** One random change by the coordinator; refusals that the rules ask for are part of the play. */
async function act(chance: ReturnType<typeof chanceFrom>) {
  const { own, viewers } = world
  const step = chance.pick(steps.slice(0, 3) as [GuideStep, ...GuideStep[]])
  const turn = chance.below(10)
  if (turn < 3) {
    const milestone = chance.pick(step.milestones as [GuideStep['milestones'][0]]).id
    const version = await versionOf('milestones', 'milestone', milestone)
    const today = dayIn(ZONE, new Date())
    return markMilestone(viewers.coordinator, {
      ...{ regionId: own.id, milestone, version },
      state: turn < 2 ? 'reached' : 'planned',
      plannedOn: addDays(today, chance.below(60)),
      reachedOn: turn === 0 ? addDays(today, -chance.below(5)) : undefined,
    })
  }
  const item = chance.pick([step.upkeep, ...step.items] as [GuideItem, ...GuideItem[]]).id
  const input = { regionId: own.id, item, version: await versionOf('ticks', 'item', item) }
  if (turn === 3) {
    const dueOn = addDays(dayIn(ZONE, new Date()), chance.below(40))
    const owner = { kind: 'any-partner' as const }
    return planItem(viewers.coordinator, { ...input, owner, dueOn, note: `note ${turn}` })
  }
  const state = turn < 8 ? 'done' : chance.pick(['open', 'started', 'not_applicable'] as const)
  const done = tickItem(viewers.coordinator, { ...input, state, reason: 'not here' })
  return done.catch(() => null)
}

async function versionOf(table: string, key: string, id: string): Promise<number> {
  const [row] = await sql<{ version: number }>(
    `select version from ${table} where region_id = $1 and ${key} = $2`,
    [world.own.id, id],
  )
  return row?.version ?? 0
}

/** What a page shows of a day: without versions and instants, which belong to the present. */
function shown({ journey, facts, needs, today }: RegionJourney) {
  const plain = <R extends object>(row: R): R => ({ ...row, version: 0, updatedAt: '' })
  return {
    ...{ today, journey, needs, lastEntryOn: facts.lastEntryOn },
    ticks: facts.ticks.map(plain).sort((a, b) => a.item.localeCompare(b.item)),
    milestones: facts.milestones.map(plain).sort((a, b) => a.milestone.localeCompare(b.milestone)),
  }
}

test('every past day is shown as it was, and history leads to what is kept', async () => {
  const { own, viewers } = world
  const chance = chanceFrom('a random history')
  const evenings = new Map<string, ReturnType<typeof shown>>()
  for (let made = 0; made < COMMANDS; made++) {
    vi.setSystemTime(Date.now() + chance.below(30) * HOUR + 1000)
    await act(chance)
    const seen = await getJourney(viewers.coordinator, own.slug, 'en')
    evenings.set(seen.today, shown(seen))
  }
  expect(evenings.size).toBeGreaterThan(100)

  const entries = await sql<HistoryEntry>(
    `select to_json(at) #>> '{}' as at, kind, step, subject, after from activities
      where region_id = $1 order by id`,
    [own.id],
  )
  expect(entries.filter(({ kind }) => kind !== 'step.changed').length).toBeGreaterThan(200)
  const today = dayIn(ZONE, new Date())
  const replayed = deriveJourney(steps, replayHistory(entries, today, ZONE), today)
  const kept = await sql(
    `select step, state, progress, reached_since::text from step_records where region_id = $1`,
    [own.id],
  )
  expect(kept).toHaveLength(8)
  for (const { slug, state, progress, reachedSince } of replayed.steps) {
    expect(kept).toContainEqual({ step: slug, state, progress, reached_since: reachedSince })
  }
  expect(new Set(replayed.steps.map(({ state }) => state)).size).toBeGreaterThan(1)

  vi.setSystemTime(Date.now() + 40 * 24 * HOUR)
  for (const [day, evening] of evenings) {
    const past = await getJourney(viewers.observer, own.slug, 'en', { on: day })
    expect(past.past?.day).toBe(day)
    expect(shown(past)).toEqual(evening)
    expect(past.activity.every(({ at }) => dayIn(ZONE, at) <= day)).toBe(true)
  }
}, 120_000)

test('days that the region has not lived are left aside, and said to be', async () => {
  const { own, viewers } = world
  const item = steps[0]?.items[0]?.id ?? ''
  const tick = { regionId: own.id, item, state: 'done' as const, reason: '', version: 0 }
  await tickItem(viewers.coordinator, tick)
  vi.setSystemTime(Date.now() + 72 * HOUR)
  const look = (on: string | null) => getJourney(viewers.observer, own.slug, 'en', { on })
  for (const [day, isMissed] of [
    ['2031-01-09', true],
    ['2031-01-14', true],
    ['0000-01-01', true],
    ['2031-01-13', false],
    [null, false],
  ] as const) {
    expect(await look(day)).toMatchObject({
      past: null,
      lookBack: { isMissed },
      today: '2031-01-13',
    })
  }
  const past = await look('2031-01-11')
  expect(past.past).toEqual({ day: '2031-01-11', previous: '2031-01-10', next: null })
  expect(past.lookBack).toEqual({ since: '2031-01-10', today: '2031-01-13', isMissed: false })
})

test('what the region has added since, or set aside since, stands as it did', async () => {
  const { own, viewers } = world
  const step = steps[0]?.slug ?? ''
  const add = (tail: string, created: string, archived: string | null) =>
    sql(
      `insert into own_entries (region_id, id, step, kind, title, created_at, archived_at)
        values ($1, $2, $3, 'item', $2, $4, $5)`,
      [own.id, `${step}.checklist.own-${tail}`, step, created, archived],
    )
  await add('always', '2031-01-01', null)
  await add('later', '2031-01-20', null)
  await add('gone', '2031-01-01', '2031-01-20')
  await add('back', '2031-01-01', null)
  for (const [kind, at] of [
    ['own.archived', '2031-01-12'],
    ['own.restored', '2031-01-20'],
  ]) {
    await sql(
      `insert into activities (region_id, id, at, kind, step, subject)
        values ($1, gen_random_uuid(), $2, $3, $4, $4 || '.checklist.own-back')`,
      [own.id, at, kind, step],
    )
  }
  await tickItem(viewers.coordinator, {
    ...{ regionId: own.id, item: `${step}.checklist.own-always`, state: 'done', reason: '' },
    version: 0,
  })
  vi.setSystemTime(new Date('2031-02-01T12:00:00Z'))
  const names = async (on: string | null) => {
    const { guide } = await getJourney(viewers.observer, own.slug, 'en', { on })
    return guide.steps[0]?.ownItems.map(({ id }) => id.split('own-')[1]).sort()
  }
  expect(await names('2031-01-15')).toEqual(['always', 'gone'])
  expect(await names('2031-01-25')).toEqual(['always', 'back', 'later'])
  expect(await names('2031-01-11')).toEqual(['always', 'back', 'gone'])
  expect(await names(null)).toEqual(['always', 'back', 'later'])
})
