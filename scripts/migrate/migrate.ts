import pg from 'pg'
import { describeError, Problem } from '../start/problem'
import { ensureAppGroup, ensureAppLogin } from './app-role'
import { withEngine } from './engine'
import { readMigrations } from './files'
import { migrateJobs } from './jobs'

const filters = { externalTables: [], externalEnums: [] }

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
    const applied = await applyPending(ownerUrl, lock)
    await migrateJobs(ownerUrl, lock)
    await ensureAppLogin(lock, options.appUrl)
    return applied
  } finally {
    await lock.end()
  }
}

/** Each migration and the note of it in one transaction: a kill in between leaves neither. */
async function applyPending(ownerUrl: string, owner: pg.Client): Promise<string[]> {
  const { migrationDirectories, ...list } = await readMigrations()
  const done = await listApplied(owner)
  const applied: string[] = []
  for (const [index, { path: name }] of migrationDirectories.entries()) {
    if (done.has(name)) continue
    const migrationsList = {
      ...list,
      migrationDirectories: migrationDirectories.slice(0, index + 1),
    }
    try {
      await withEngine(ownerUrl, (engine) => engine.applyMigrations({ migrationsList, filters }))
    } catch (error) {
      throw explainFailure(name, error)
    }
    applied.push(name)
  }
  return applied
}

async function listApplied(owner: pg.Client): Promise<Set<string>> {
  const table = await owner.query("select where to_regclass('_prisma_migrations') is not null")
  if (!table.rowCount) return new Set()
  const { rows } = await owner.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  return new Set(rows.map(({ name }) => name))
}

/** What a person can put right keeps its own explanation; a faulty script is named. */
function explainFailure(name: string, error: unknown): unknown {
  const { message, code } = describeError(error)
  const isTheirs = code === '42501' || !/^(2[1-7]|42|P)/.test(code)
  return isTheirs ? error : new Problem(`Migration ${name} failed and changed nothing: ${message}.`)
}
