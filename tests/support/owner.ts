import pg from 'pg'

/** The owner's connections to the tests' database: past row-level security. */
const owner = new pg.Pool({
  connectionString: process.env.TEST_OWNER_URL ?? process.env.LEP_TEST_OWNER_URL,
  max: 3,
})
// The database is dropped under the pool once the file is done.
owner.on('error', () => undefined)

/** The rows of a statement, as the owner. */
export async function sql<R extends pg.QueryResultRow = pg.QueryResultRow>(
  statement: string,
  values: unknown[] = [],
): Promise<R[]> {
  return (await owner.query<R>(statement, values)).rows
}

/** Writes one row; values of jsonb columns are given as JSON text. */
export async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row)
  const places = names.map((_, index) => `$${index + 1}`)
  const columns = names.map((name) => pg.escapeIdentifier(name))
  await owner.query(
    `insert into ${pg.escapeIdentifier(table)} (${columns}) values (${places})`,
    Object.values(row),
  )
}

/** Tables of the product by name, Prisma's own bookkeeping left out. */
export async function listTables(): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'p') and relname <> '_prisma_migrations' order by 1`,
  )
  return rows.map(({ name }) => name)
}

let watched: string[] | undefined

const UNWATCHED = /^throttles$/

/**
 * A checksum of all that people's requests can change. Request counters are no content.
 */
export async function takeSnapshot(): Promise<Record<string, string>> {
  watched ??= (await listTables()).filter((name) => !UNWATCHED.test(name))
  const sums = watched.map(
    (name) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum
        from ${pg.escapeIdentifier(name)} t`,
  )
  const rows = await sql<{ name: string; sum: string }>(sums.join(' union all '))
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}
