import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { findDrift } from '../../scripts/migrate/drift'
import { createWorld } from '../support/cast'
import { listTables, sql } from '../support/owner'

/** The guidebook is everybody's: readable, and added to by administrators. */
const REFERENCE = (name: string) => name === 'editions' || name.startsWith('guide_')

/** What belongs to no region (docs/architecture.md); each has policies of its own. */
const PROGRAMME = [
  'accounts',
  'edition_drafts',
  'exchange_rates',
  'idempotency_keys',
  'mailboxes',
  'own_feeds',
  'programme_activities',
  'programme_invitations',
  'sessions',
  'sign_in_links',
  'throttles',
  'users',
]

const tables = await listTables()
const tenantTables = tables.filter((name) => !REFERENCE(name) && !PROGRAMME.includes(name))
const keyOf = (table: string) => (table === 'regions' ? 'id' : 'region_id')

test('there are tenant tables', () => {
  expect(tenantTables).toContain('regions')
  expect(tenantTables.length).toBeGreaterThanOrEqual(9)
})

test('the database has what the schema says', async () => {
  expect(await findDrift(process.env.TEST_OWNER_URL ?? '')).toBe('')
})

describe.each(tenantTables)('%s', (table) => {
  test('belongs to a region, always', async () => {
    const rows = await sql<{ attnotnull: boolean; type: string }>(
      `select attnotnull, atttypid::regtype::text as type from pg_attribute
        where attrelid = $1::regclass and attname = $2`,
      [table, keyOf(table)],
    )
    expect(rows).toEqual([{ attnotnull: true, type: 'uuid' }])
  })

  test('has row-level security, also for its owner', async () => {
    const rows = await sql(
      'select relrowsecurity, relforcerowsecurity from pg_class where oid = $1::regclass',
      [table],
    )
    expect(rows).toEqual([{ relrowsecurity: true, relforcerowsecurity: true }])
  })

  test('has a primary key that starts with the region', async () => {
    const rows = await sql<{ name: string }>(
      `select a.attname as name from pg_index i join pg_attribute a
          on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = $1::regclass and i.indisprimary`,
      [table],
    )
    expect(rows).toEqual([{ name: keyOf(table) }])
  })

  test('points to tenant tables together with the region only', async () => {
    const rows = await sql<{ target: string; columns: string[]; targets: string[] }>(
      `select confrelid::regclass::text as target,
          (select array_agg(attname::text order by n) from unnest(conkey) with ordinality k(c, n)
            join pg_attribute on attrelid = conrelid and attnum = c) as columns,
          (select array_agg(attname::text order by n) from unnest(confkey) with ordinality k(c, n)
            join pg_attribute on attrelid = confrelid and attnum = c) as targets
        from pg_constraint where contype = 'f' and conrelid = $1::regclass`,
      [table],
    )
    for (const { target, columns, targets } of rows) {
      if (!tenantTables.includes(target)) continue
      expect([columns[0], targets[0]]).toEqual([keyOf(table), keyOf(target)])
    }
    if (table !== 'regions') expect(rows.map(({ target }) => target)).toContain('regions')
  })

  test('tells for reading who sees and for writing what may be written', async () => {
    const policies = await sql<{ cmd: string; qual: string | null; with_check: string | null }>(
      `select cmd, qual, with_check from pg_policies where tablename = $1 and 'lep_app' = any (roles)`,
      [table],
    )
    expect(policies.length).toBeGreaterThan(0)
    for (const { cmd, qual, with_check } of policies) {
      const wanted = {
        SELECT: [true, false],
        DELETE: [true, false],
        INSERT: [false, true],
        UPDATE: [true, true],
        ALL: [true, true],
      }[cmd]
      expect({ cmd, has: [qual !== null, with_check !== null] }).toEqual({ cmd, has: wanted })
      for (const clause of [qual, with_check]) {
        expect(clause).not.toBe('true')
        // Settings are asked once a statement, not once a row.
        expect(clause?.replaceAll(/\(\s*SELECT app_\w+\(\)/g, '') ?? '').not.toMatch(/app_\w+\(\)/)
      }
    }
  })
})

describe('tables of the programme', () => {
  test.each([...PROGRAMME, ...tables.filter(REFERENCE)])(
    '%s has row-level security, also for its owner',
    async (table) => {
      const rows = await sql(
        'select relrowsecurity, relforcerowsecurity from pg_class where oid = $1::regclass',
        [table],
      )
      expect(rows).toEqual([{ relrowsecurity: true, relforcerowsecurity: true }])
    },
  )
})

describe("the app's role", () => {
  test('owns nothing and passes over nothing', async () => {
    const roles = await sql(
      `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
          (select count(*)::int from pg_class where relowner = r.oid) as tables,
          (select count(*)::int from pg_proc where proowner = r.oid) as functions
        from pg_roles r where rolname in ('lep_app', 'lep_app_login') order by 1`,
    )
    const nothing = {
      ...{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
      ...{ rolreplication: false, tables: 0, functions: 0 },
    }
    expect(roles).toEqual([
      { rolname: 'lep_app', ...nothing },
      { rolname: 'lep_app_login', ...nothing },
    ])
  })

  test('adds to the activity and changes none of it', async () => {
    for (const table of ['activities', 'programme_activities']) {
      expect(await rightsOn(table)).toEqual(['insert', 'select'])
    }
  })

  test('reads the guidebook and adds editions to it, changing none', async () => {
    for (const table of tables.filter(REFERENCE)) {
      expect(await rightsOn(table)).toEqual(['insert', 'select'])
    }
  })

  test('adds and clears away drafts of an edition, changing none', async () => {
    expect(await rightsOn('edition_drafts')).toEqual(['delete', 'insert', 'select'])
  })

  test('has no say over the schema', async () => {
    const rows = await sql(
      `select has_schema_privilege('lep_app_login', 'public', 'create') as creates,
        has_table_privilege('lep_app_login', '_prisma_migrations', 'select') as reads`,
    )
    expect(rows).toEqual([{ creates: false, reads: false }])
  })

  // Sheets are out of its reach (docs/decisions/0020-answers.md): these alone take and destroy them.
  const OWNERS = [
    ...[
      'close_round',
      'count_answers',
      'join_round',
      'joint_shares',
      'keep_sheet',
      'my_seat',
      'open_round',
    ],
    'remind_of_round',
    ...['agree_level', 'cast_vote', 'close_session', 'enter_room', 'find_room', 'find_seat'],
    ...['forget_rooms', 'open_session', 'pace_session', 'see_session', 'show_out', 'watch_room'],
  ].sort()

  test("calls no function that runs with its owner's rights but those that keep answers apart", async () => {
    const rows = await sql<{ name: string; path: boolean; anybody: boolean }>(
      `select proname as name, coalesce(proconfig::text like '%search_path=%', false) as path,
        has_function_privilege('public', oid, 'execute') as anybody
      from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    )
    expect(rows).toEqual(OWNERS.map((name) => ({ name, path: true, anybody: false })))
  })

  test('reads no view that passes over row-level security', async () => {
    const rows = await sql(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
        and not coalesce('security_invoker=true' = any (reloptions), false)`,
    )
    expect(rows.filter(({ relname }) => !relname.startsWith('pg_stat_'))).toEqual([])
  })

  test('sees not one row of any table without saying who asks', async () => {
    await createWorld()
    const client = new pg.Client({ connectionString: process.env.APP_DATABASE_URL })
    await client.connect()
    try {
      for (const table of [...tenantTables, ...PROGRAMME]) {
        const seen = await client.query(`select count(*)::int as seen from ${table}`).then(
          ({ rows }) => rows[0].seen as number,
          (error: Error) => (/permission denied/.test(error.message) ? 0 : error.message),
        )
        expect({ table, seen }).toEqual({ table, seen: 0 })
      }
    } finally {
      await client.end()
    }
  })
})

async function rightsOn(table: string): Promise<string[]> {
  const rights = ['delete', 'insert', 'references', 'select', 'trigger', 'truncate', 'update']
  const [row] = await sql<{ held: string[] }>(
    `select array_agg(r order by r) as held from unnest($2::text[]) r
      where has_table_privilege('lep_app_login', $1, r)`,
    [table, rights],
  )
  return row?.held ?? []
}
