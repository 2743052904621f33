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

let sums: string | undefined

const UNWATCHED = /^throttles$/

/**
 * A checksum of all that people's requests can change, by where each row lies and which transaction
 * wrote it: even a row written anew with what it held counts. Request counters are no content.
 */
export async function takeSnapshot(): Promise<Record<string, string | null>> {
  sums ??= (await listTables())
    .filter((name) => !UNWATCHED.test(name))
    .map(
      (name) =>
        `select '${name}' as name, md5(string_agg(xmin::text || ctid::text, ' ' order by ctid)) as sum
          from ${pg.escapeIdentifier(name)}`,
    )
    .join(' union all ')
  // Its name lets the database plan it once a connection: it is asked thousands of times.
  const { rows } = await owner.query<{ name: string; sum: string | null }>({
    name: 'sums',
    text: sums,
  })
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}
