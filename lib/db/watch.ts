import { Pool } from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

const PAUSE = 1000

// Server, proxy and instrumentation are bundled apart but run in one process.
const shared = globalThis as typeof globalThis & { lepDatabase?: { answers: boolean } }

/** Asks the database once a second whether it is there, for as long as the process lives. */
export function watchDatabase(): void {
  if (shared.lepDatabase) return
  const known: { answers: boolean } = { answers: true }
  shared.lepDatabase = known
  const pool = new Pool({
    connectionString: env.APP_DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: 1200,
    query_timeout: 1200,
  })
  pool.on('error', () => undefined)
  const ask = async () => {
    const answers = await pool.query('select 1').then(
      () => true,
      () => false,
    )
    if (answers !== known.answers) log.warn({ event: 'database.changed', answers })
    known.answers = answers
    setTimeout(() => void ask(), PAUSE).unref()
  }
  void ask()
}

/** False once the database has left a question unanswered, until it answers again. */
export function databaseAnswers(): boolean {
  return shared.lepDatabase?.answers ?? true
}
