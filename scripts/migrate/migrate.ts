import pg from 'pg'
import { ensureAppGroup, ensureAppLogin } from './app-role'
import { withEngine } from './engine'
import { readMigrations } from './files'

/** Any number, the same in every version: who holds it may change the schema. */
const migrationLock = 4_700_241_108

/**
 * Brings a database to the present schema and makes the app's role. Nodes that start together wait
 * for each other; what is applied is never applied again, and a failing migration leaves nothing.
 *
 * @returns the names of the migrations applied now, oldest first
 */
export async function migrate(ownerUrl: string, options: { appUrl: string }): Promise<string[]> {
  const lock = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await lock.connect()
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock])
    await ensureAppGroup(lock)
    const migrationsList = await readMigrations()
    const { appliedMigrationNames } = await withEngine(ownerUrl, (engine) =>
      engine.applyMigrations({
        migrationsList,
        filters: { externalTables: [], externalEnums: [] },
      }),
    )
    await ensureAppLogin(lock, options.appUrl)
    return appliedMigrationNames
  } finally {
    await lock.end()
  }
}
