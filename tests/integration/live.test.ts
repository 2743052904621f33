import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getGuide } from '@/lib/guidebook/data'
import { tickItem } from '@/lib/journey/ticks'
import { createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'

const guide = await getGuide(1, 'en')
const item = guide.steps[0]?.items[0]?.id ?? ''

let world: World
let client: pg.Client
let heard: string[]

beforeEach(async () => {
  world = await createWorld()
  client = new pg.Client({ connectionString: process.env.APP_DATABASE_URL })
  heard = []
  client.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await client.connect()
  await client.query('listen lep_region')
})

afterEach(() => client.end())

/** All that was said of the own region until now: what comes after a word of our own. */
async function listHeard() {
  await sql(`select pg_notify('lep_region', 'enough')`)
  await expect.poll(() => heard.at(-1)).toBe('enough')
  return heard.filter((payload) => payload.startsWith(world.own.id))
}

test('a tick is told at once, by ids alone', async () => {
  const { coordinator } = world.viewers
  const input = { regionId: world.own.id, item, version: 0, state: 'done' as const, reason: '' }
  await tickItem(coordinator, input)
  const [entry] = await sql('select id from activities where region_id = $1 and subject = $2', [
    world.own.id,
    item,
  ])
  const [first] = await listHeard()
  expect(first).toBe(`${world.own.id} ${entry?.id} ${coordinator.userId}`)
})

test('a change of many things is told once, and one that fails not at all', async () => {
  await listHeard()
  heard = []
  const many = `insert into activities (region_id, id, kind, subject, after)
    select $1, gen_random_uuid(), 'partner.added', 'x', '{}' from generate_series(1, 100)`
  await sql(many, [world.own.id])
  expect(await listHeard()).toHaveLength(1)
  await sql(`do $$ begin
    insert into activities (region_id, id, kind, subject, after)
      values ('${world.own.id}', gen_random_uuid(), 'partner.added', 'x', '{}');
    raise exception 'no';
  end $$`).catch(() => undefined)
  expect(await listHeard()).toHaveLength(1)
})
