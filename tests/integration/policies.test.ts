import { v7 as uuid } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { asViewer } from '@/lib/db/as-viewer'
import type { Viewer } from '@/lib/auth/rules'
import { createWorld, type Region, type Role, type World } from '../support/cast'
import { listTables, sql, takeSnapshot } from '../support/owner'

// The first wall is down: statements as a function would send them that forgot to ask. Row-level
// security alone must keep the regions apart.

const tables = (
  await sql<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'region_id' order by 1`,
  )
).map(({ name }) => name)

let world: World
beforeAll(async () => {
  world = await createWorld()
})

/** What a statement does when it is sent for somebody: rows touched, or the database's refusal. */
async function send(viewer: Viewer, statement: string): Promise<number | 'refused'> {
  try {
    return await asViewer(viewer, (db) => db.$executeRawUnsafe(statement))
  } catch (error) {
    if (/row-level security|permission denied/.test(String(error))) return 'refused'
    throw error
  }
}

async function countRows(viewer: Viewer, table: string, region: Region): Promise<number> {
  const statement = `select count(*)::int as seen from ${table} where region_id = '${region.id}'`
  try {
    const rows = await asViewer(viewer, (db) => db.$queryRawUnsafe<{ seen: number }[]>(statement))
    return rows[0]?.seen ?? -1
  } catch (error) {
    // A table that nobody may read at all shows nothing either.
    if (/permission denied/.test(String(error))) return 0
    throw error
  }
}

const MEMBERS: Role[] = ['coordinator', 'partner', 'observer', 'former']

test('there are tables to look at', async () => {
  expect(tables.length).toBeGreaterThanOrEqual(8)
  expect(await listTables()).toEqual(expect.arrayContaining(tables))
})

describe.each(tables)('%s', (table) => {
  test.each(MEMBERS)('shows %s nothing of another region', async (role) => {
    expect(await countRows(world.viewers[role], table, world.foreign)).toBe(0)
  })

  test.each(MEMBERS)('lets %s write nothing into another region', async (role) => {
    const { own, foreign, viewers } = world
    const before = await takeSnapshot()
    const viewer = viewers[role]
    const touched = [
      `update ${table} set region_id = region_id where region_id = '${foreign.id}'`,
      `update ${table} set region_id = '${foreign.id}' where region_id = '${own.id}'`,
      `delete from ${table} where region_id = '${foreign.id}'`,
      `insert into ${table} select (jsonb_populate_record(null::${table},
          '${JSON.stringify(await copyOf(table, own, foreign))}')).*`,
    ]
    for (const statement of touched) {
      expect(['refused', 0]).toContain(await send(viewer, statement))
    }
    expect(await takeSnapshot()).toEqual(before)
  })

  test.each(['observer', 'former', 'outsider'] as const)('lets %s change nothing', async (role) => {
    const before = await takeSnapshot()
    const { own, viewers } = world
    // To end one's own membership is everybody's right, and so are one's own calendars.
    const isPersonal = ['members', 'calendar_feeds'].includes(table)
    const others = isPersonal ? `and user_id <> '${viewers[role].userId}'` : ''
    for (const statement of [
      `update ${table} set region_id = region_id where region_id = '${own.id}' ${others}`,
      `delete from ${table} where region_id = '${own.id}' ${others}`,
    ]) {
      expect(['refused', 0]).toContain(await send(viewers[role], statement))
    }
    expect(await takeSnapshot()).toEqual(before)
  })
})

test('regions of others can be neither seen nor changed', async () => {
  const { own, foreign, viewers } = world
  for (const role of MEMBERS) {
    const statement = `update regions set headline = 'mine now' where id = '${foreign.id}'`
    expect(await send(viewers[role], statement)).toBe(0)
  }
  for (const role of ['partner', 'observer', 'former', 'outsider'] as const) {
    const statement = `update regions set headline = 'mine now' where id = '${own.id}'`
    expect(await send(viewers[role], statement)).toBe(0)
  }
})

test('nobody gives themselves a programme role', async () => {
  for (const role of [...MEMBERS, 'outsider', 'staff'] as Role[]) {
    const { userId } = world.viewers[role]
    const [before] = await sql('select programme_role from users where id = $1', [userId])
    await send(
      world.viewers[role],
      `update users set programme_role = 'admin' where id = '${userId}'`,
    )
    const [after] = await sql('select programme_role from users where id = $1', [userId])
    expect({ role, after }).toEqual({ role, after: before })
  }
})

test('sessions, links and accounts of others stay out of reach', async () => {
  const { viewers } = world
  await sql(
    `insert into sessions (token_hash, user_id, expires) values ('known', $1, now() + interval '1 day')`,
    [viewers.admin.userId],
  )
  await sql(
    `insert into sign_in_links values ('known', 'ada@example.org', now() + interval '1 day')`,
  )
  const before = await takeSnapshot()
  for (const role of [...MEMBERS, 'outsider', 'staff'] as Role[]) {
    for (const table of ['sessions', 'sign_in_links', 'accounts']) {
      expect(await send(viewers[role], `delete from ${table}`)).toBe(0)
    }
  }
  expect(await takeSnapshot()).toEqual(before)
})

test('entries of the activity cannot be signed with another name', async () => {
  const { own, viewers } = world
  const statement = `insert into activities (region_id, id, actor_id, kind, subject) values
    ('${own.id}', '${uuid()}', '${viewers.coordinator.userId}', 'tick.changed', 'x')`
  expect(await send(viewers.partner, statement)).toBe('refused')
})

/** A row of the own region made out to be the other one's. */
async function copyOf(table: string, own: Region, foreign: Region) {
  const [row] = await sql<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t where region_id = $1 limit 1`,
    [own.id],
  )
  const copy = { ...row?.row, region_id: foreign.id }
  return 'id' in copy ? { ...copy, id: uuid() } : copy
}
