import { Pool } from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

const PAUSE = 500

// One late answer is a busy machine; two in a row are an absence.
const SILENCES = 2

// Server, proxy and instrumentation are bundled apart but run in one process.
const shared = globalThis as typeof globalThis & { lepDatabase?: { answers: boolean } }

/** Asks the database again and again whether it is there, for as long as the process lives. */
export function watchDatabase(): void {
  if (shared.lepDatabase) return
  const known: { answers: boolean } = { answers: true }
  shared.lepDatabase = known
  const pool = new Pool({
    connectionString: env.APP_DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: 1000,
    query_timeout: 1000,
  })
  pool.on('error', () => undefined)
  let silences = 0
  const ask = async () => {
    silences = await pool.query('select 1').then(
      () => 0,
      () => silences + 1,
    )
    const answers = silences < SILENCES
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
