import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { asJob } from '@/lib/db/as-job'
import { settleNewDays } from '@/lib/jobs/settle-days'
import { startJobs } from '@/lib/jobs/worker'
import { getGuide } from '@/lib/guidebook/data'
import type { GuideStep } from '@/lib/guidebook/rules'
import { markMilestone } from '@/lib/journey/milestones'
import { tickItem } from '@/lib/journey/ticks'
import { clearAway, createWorld, type World } from '../support/cast'
import { sql, takeSnapshot } from '../support/owner'

let world: World
let step: GuideStep

beforeEach(async () => {
  await clearAway()
  world = await createWorld()
  const [first] = (await getGuide(1, 'en')).steps
  if (!first) throw new Error('no steps')
  step = first
})

afterEach(() => {
  vi.useRealTimers()
})

const entries = () =>
  sql(
    `select kind, actor_id, subject, after from activities
      where region_id = $1 and kind like 'step.%' and actor_id is null order by id`,
    [world.own.id],
  )

const asOf = async (id = world.own.id) => {
  const [row] = await sql('select as_of::text from region_summaries where region_id = $1', [id])
  return row?.as_of as string
}

/** Reaches the first step on the tenth of January 2031. */
async function reach() {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-10T09:00:00Z') })
  const { own, viewers } = world
  await sql('delete from ticks where region_id = $1', [own.id])
  await sql('delete from milestones where region_id = $1', [own.id])
  for (const { id: item } of step.items) {
    const tick = { regionId: own.id, item, state: 'done' as const, reason: '', version: 0 }
    await tickItem(viewers.coordinator, tick)
  }
  for (const { id: milestone, gate } of step.milestones) {
    if (!gate) continue
    await markMilestone(viewers.coordinator, {
      ...{ regionId: own.id, milestone, state: 'reached', version: 0 },
    })
  }
  vi.useRealTimers()
}

describe('the job of a new day', () => {
  test("comes when the region's own day begins, and once", async () => {
    await reach()
    expect(await asOf()).toBe('2031-01-10')
    await sql(`update region_summaries set as_of = '2099-01-01' where region_id <> $1`, [
      world.own.id,
    ])
    // In Prague, the eleventh begins at eleven in the evening of the tenth in Greenwich.
    expect(await settleNewDays(new Date('2031-01-10T22:59:00Z'))).toBe(0)
    expect(await settleNewDays(new Date('2031-01-10T23:01:00Z'))).toBe(1)
    expect(await asOf()).toBe('2031-01-11')
    const before = await takeSnapshot()
    expect(await settleNewDays(new Date('2031-01-11T12:00:00Z'))).toBe(0)
    expect(await takeSnapshot()).toEqual(before)
  })

  test('notes without an author that upkeep has fallen overdue, and why', async () => {
    await reach()
    const { everyMonths } = step.upkeep
    const due = new Date(Date.UTC(2031, everyMonths, 10, 12))
    await settleNewDays(due)
    expect(await entries()).toEqual([])
    await settleNewDays(new Date(due.getTime() + 86_400_000))
    await settleNewDays(new Date(due.getTime() + 3 * 86_400_000))
    expect(await entries()).toEqual([
      {
        ...{ kind: 'step.flagged', actor_id: null, subject: step.slug },
        after: { state: 'reached', flag: 'needs_refresh', why: 'upkeep-overdue' },
      },
    ])
  })

  test("is told by somebody's change if that comes first", async () => {
    await reach()
    const late = new Date(Date.UTC(2031, step.upkeep.everyMonths, 20, 12))
    vi.useFakeTimers({ toFake: ['Date'], now: late })
    const other = (await getGuide(1, 'en')).steps[1]?.items[0]?.id ?? ''
    await tickItem(world.viewers.coordinator, {
      ...{ regionId: world.own.id, item: other, state: 'done', reason: '', version: 0 },
    })
    vi.useRealTimers()
    const told = await sql(
      `select after->>'why' why from activities where region_id = $1 and kind = 'step.flagged'`,
      [world.own.id],
    )
    expect(told).toEqual([{ why: 'upkeep-overdue' }])
    expect(await settleNewDays(late)).toBe(1)
    expect(await entries()).toEqual([])
  })

  test('says why a step is no longer what was kept of it', async () => {
    await reach()
    await sql(`update step_records set state = 'confirmed' where region_id = $1 and step = $2`, [
      world.own.id,
      step.slug,
    ])
    await settleNewDays(new Date('2031-01-11T12:00:00Z'))
    expect(await entries()).toEqual([
      {
        ...{ kind: 'step.changed', actor_id: null, subject: step.slug },
        after: { state: 'reached', why: 'taken-back' },
      },
    ])
  })

  test('does not stop at a region that fails', async () => {
    await reach()
    await sql('update regions set edition = 1 where id = $1', [world.own.id])
    await sql(`create function fail_own() returns trigger language plpgsql as
      $$ begin if new.region_id = '${world.own.id}' then raise exception 'planted'; end if; return new; end $$`)
    await sql(`create trigger planted before insert or update on region_summaries
      for each row execute function fail_own()`)
    try {
      expect(await settleNewDays(new Date('2031-01-12T12:00:00Z'))).toBe(1)
    } finally {
      await sql('drop trigger planted on region_summaries; drop function fail_own')
    }
    expect(await asOf()).toBe('2031-01-10')
    expect(await asOf(world.foreign.id)).toBe('2031-01-12')
  })
})

describe('what a job may', () => {
  const count = (region: string | null, statement: string) =>
    asJob(async (db) => db.$executeRawUnsafe(statement), region).catch((error: unknown) =>
      /row-level security|permission denied/.test(String(error))
        ? 'refused'
        : Promise.reject(error as Error),
    )

  test('is to rewrite what the rules say of its one region, and no more', async () => {
    const { own, foreign } = world
    for (const table of ['step_records', 'region_summaries']) {
      const touch = (id: string) =>
        `update ${table} set region_id = region_id where region_id = '${id}'`
      expect(await count(own.id, touch(own.id))).toBe(1)
      expect(await count(own.id, touch(foreign.id))).toBe(0)
      expect(await count(null, touch(own.id))).toBe(0)
    }
    for (const table of [
      'ticks',
      'milestones',
      'own_entries',
      'partners',
      'invitations',
      'regions',
    ]) {
      const key = table === 'regions' ? 'id' : 'region_id'
      const touch = `update ${table} set ${key} = ${key} where ${key} = '${own.id}'`
      expect({ table, is: await count(own.id, touch) }).toEqual({ table, is: 0 })
    }
    for (const table of ['users', 'sessions', 'invitations', 'programme_activities']) {
      const rows = await asJob((db) => db.$queryRawUnsafe(`select * from ${table}`), own.id)
      expect({ table, rows: table === 'users' ? [] : rows }).toEqual({ table, rows: [] })
    }
  })
})

test('the worker does what it is told, and goes on after its connections were cut', async () => {
  const jobs = startJobs()
  try {
    const isDone = async () => {
      const before = '2000-01-01'
      await sql(`update region_summaries set as_of = $1`, [before])
      await sql(`select jobs.add_job('settle_days')`)
      await expect.poll(() => asOf(), { timeout: 45_000, interval: 100 }).not.toBe(before)
      await expect.poll(() => sql('select 1 from jobs.jobs'), { timeout: 45_000 }).toEqual([])
    }
    await isDone()
    await sql(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'lep_app_login' and pid <> pg_backend_pid()`)
    await isDone()
  } finally {
    await jobs.stop()
  }
}, 120_000)
