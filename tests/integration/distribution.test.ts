import { describe, expect, test } from 'vitest'
import { sql } from '../support/owner'

// docs/operations.md, "Growing": with Citus the tables of the regions are distributed by region_id,
// all others are reference tables, a copy on every server. These are Citus's conditions for it.

const rows = await sql<{ name: string; distributed: boolean }>(
  `select c.relname as name, a.attname is not null as distributed from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'region_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname <> '_prisma_migrations' order by 1`,
)
const distributed = rows.filter((row) => row.distributed).map(({ name }) => name)
const references = rows.filter((row) => !row.distributed).map(({ name }) => name)

interface ForeignKey {
  name: string
  target: string
  columns: string[]
  targets: string[]
  onDelete: string
}

const listForeignKeys = (table: string) =>
  sql<ForeignKey>(
    `select conname as name, confrelid::regclass::text as target, confdeltype as "onDelete",
        (select array_agg(attname::text order by n) from unnest(conkey) with ordinality k(c, n)
          join pg_attribute on attrelid = conrelid and attnum = c) as columns,
        (select array_agg(attname::text order by n) from unnest(confkey) with ordinality k(c, n)
          join pg_attribute on attrelid = confrelid and attnum = c) as targets
      from pg_constraint where contype = 'f' and conrelid = $1::regclass`,
    [table],
  )

test('most tables can be distributed, and those of the programme stay whole', () => {
  expect(distributed).toEqual(expect.arrayContaining(['ticks', 'tasks', 'partners', 'rounds']))
  expect(references).toEqual(expect.arrayContaining(['regions', 'users', 'editions']))
})

describe.each(distributed)('%s', (table) => {
  test('has the region in its primary key, every unique index and every exclusion', async () => {
    const keys = await sql<{ name: string; columns: string[]; partial: boolean }>(
      `select indexrelid::regclass::text as name, array(select attname::text from pg_attribute
          where attrelid = indrelid and attnum = any (indkey)) as columns
        from pg_index where indrelid = $1::regclass and (indisunique or indisexclusion)`,
      [table],
    )
    expect(keys.length).toBeGreaterThan(0)
    for (const { name, columns } of keys)
      expect({ name, columns }).toMatchObject({
        columns: expect.arrayContaining(['region_id']),
      })
  })

  test('points to distributed tables by the region at the same place, and empties no region', async () => {
    for (const key of await listForeignKeys(table)) {
      if (!distributed.includes(key.target)) continue
      const at = key.columns.indexOf('region_id')
      expect({ ...key, at }).not.toMatchObject({ at: -1 })
      expect({ name: key.name, column: key.targets[at] }).toEqual({
        name: key.name,
        column: 'region_id',
      })
      expect({ name: key.name, emptied: ['n', 'd'].includes(key.onDelete) }).toEqual({
        name: key.name,
        emptied: false,
      })
    }
  })

  test('draws no value from a sequence of one server', async () => {
    const defaults = await sql(
      `select column_name from information_schema.columns where table_schema = 'public'
        and table_name = $1 and (column_default like 'nextval%' or is_identity = 'YES')`,
      [table],
    )
    expect(defaults).toEqual([])
  })
})

test.each(references)(
  '%s, whole on every server, points to no distributed table',
  async (table) => {
    const targets = (await listForeignKeys(table)).map(({ target }) => target)
    expect(targets.filter((target) => distributed.includes(target))).toEqual([])
  },
)
