import pg from 'pg'

/** Any number, the same in every version: who holds it may change content. */
const contentLock = 4_700_241_109

/**
 * Runs work as the owner of the database in one transaction, all or nothing. Whoever loads at the
 * same time waits for it.
 */
export async function asOwner<T>(
  ownerUrl: string,
  work: (db: pg.Client) => Promise<T>,
): Promise<T> {
  const db = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await db.connect()
  try {
    await db.query('begin')
    await db.query('select pg_advisory_xact_lock($1)', [contentLock])
    const result = await work(db)
    await db.query('commit')
    return result
  } finally {
    // Without a commit, ending the connection rolls back.
    await db.end()
  }
}

export type Row = Record<string, unknown>

/** Inserts rows that all have the first one's columns, in one statement. */
export async function insertRows(db: pg.Client, table: string, rows: readonly Row[]) {
  const [first] = rows
  if (!first) return
  await db.query(insertStatement(table, Object.keys(first)), [JSON.stringify(rows)])
}

/** Inserts rows, or rewrites those that are there by the key. */
export async function upsertRows(
  db: pg.Client,
  table: string,
  key: readonly string[],
  rows: readonly Row[],
) {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const changed = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${pg.escapeIdentifier(column)} = excluded.${pg.escapeIdentifier(column)}`)
  const conflict = key.map((column) => pg.escapeIdentifier(column)).join(', ')
  await db.query(
    `${insertStatement(table, columns)} on conflict (${conflict}) do update set ${changed.join(', ')}`,
    [JSON.stringify(rows)],
  )
}

function insertStatement(table: string, columns: readonly string[]): string {
  const [name, list] = [pg.escapeIdentifier(table), columns.map((it) => pg.escapeIdentifier(it))]
  return `insert into ${name} (${list.join(', ')})
    select ${list.join(', ')} from jsonb_populate_recordset(null::${name}, $1)`
}
