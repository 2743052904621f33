import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/rules'
import { createWorld, type World } from '../support/cast'
import { MATRIX, PROGRAMME_MATRIX } from '../support/matrix'
import { sql } from '../support/owner'

/** Everything a page's loader sends, with begin, introduction and commit; the look-up of who asks is one more. */
const MOST_OF_A_PAGE = 9
const MOST_OF_A_TICK = 8

const send = pg.Client.prototype.query
let sent: string[] = []

beforeEach(() => {
  sent = []
  // Every statement of the product goes through this one function of its driver.
  Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]) {
    const [first] = args
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text
    if (this.user === 'lep_app_login' && text) sent.push(text)
    return Reflect.apply(send, this, args)
  })
})

afterEach(() => {
  Reflect.set(pg.Client.prototype, 'query', send)
})

async function count(work: () => Promise<unknown>): Promise<number> {
  sent = []
  await work()
  expect(sent.length).toBeGreaterThan(0)
  return sent.length
}

async function addPartners(world: World, many: number) {
  await sql(
    `insert into partners (region_id, id, name, sector)
      select $1, gen_random_uuid(), 'Partner ' || n, 'business' from generate_series(1, $2) n`,
    [world.own.id, many],
  )
}

const pages = Object.entries(MATRIX).filter(([, { writes }]) => !writes)

test.each(pages)(
  '%s sends few statements, and no more for a thousand partners',
  async (_name, row) => {
    const world = await createWorld()
    await row.prepare?.(world)
    const who = (['coordinator', 'partner'] as const).find((one) => row.answers[one] === 'ok')
    const load = () => row.call(world.viewers[who ?? 'staff'], world.own, world)
    await load()
    const before = await count(load)
    await addPartners(world, 1000)
    expect(await count(load)).toBe(before)
    expect(before).toBeLessThanOrEqual(MOST_OF_A_PAGE)
  },
)

const programmePages = Object.entries(PROGRAMME_MATRIX).filter(([, { writes }]) => !writes)

test.each(programmePages)(
  '%s sends few statements, and no more for a hundred people',
  async (_name, row) => {
    const world = await createWorld()
    await row.prepare?.(world)
    const viewer: Viewer = world.viewers.admin
    const load = () => row.call(viewer, world)
    await load()
    const before = await load().then(
      () => sent.length && count(load),
      () => 0,
    )
    await sql(
      `insert into users (id, email, name) select gen_random_uuid(), $1 || n || '@example.org', 'Somebody'
      from generate_series(1, 100) n`,
      [uuid()],
    )
    const after = sent.length === 0 ? 0 : await count(load)
    expect(after).toBe(before)
    expect(after).toBeLessThanOrEqual(MOST_OF_A_PAGE)
  },
)

test.each(['lib/journey/ticks.ts#tickItem', 'lib/journey/milestones.ts#markMilestone'])(
  '%s sends at most eight statements',
  async (name) => {
    const first = await createWorld()
    const row = MATRIX[name]
    await row?.call(first.viewers.coordinator, first.own, first)
    const world = await createWorld()
    const change = async () => row?.call(world.viewers.coordinator, world.own, world)
    expect(await count(change)).toBeLessThanOrEqual(MOST_OF_A_TICK)
  },
)
