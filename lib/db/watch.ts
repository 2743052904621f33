import { Pool } from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

const PAUSE = 500

// One late answer is a busy machine; two in a row are an absence.
const SILENCES = 2

type Watch = { silences: number; ask: () => Promise<void> }

// Server, proxy and instrumentation are bundled apart but run in one process.
const shared = globalThis as typeof globalThis & { lepDatabase?: Watch }

/** Asks the database again and again whether it is there, for as long as the process lives. */
export function watchDatabase(): void {
  if (shared.lepDatabase) return
  const pool = new Pool({
    connectionString: env.APP_DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: 1000,
    query_timeout: 1000,
  })
  pool.on('error', () => undefined)
  const isAway = () => watch.silences >= SILENCES
  const askNow = async () => {
    const wasAway = isAway()
    watch.silences = await pool.query('select 1').then(
      () => 0,
      () => watch.silences + 1,
    )
    if (isAway() !== wasAway) log.warn({ event: 'database.changed', answers: wasAway })
  }
  let asked: Promise<void> | undefined
  // Whoever asks at the same time gets the same answer.
  const ask = () => (asked ??= askNow().finally(() => (asked = undefined)))
  const watch = (shared.lepDatabase = { silences: 0, ask })
  const repeat = () => void ask().then(() => setTimeout(repeat, PAUSE).unref())
  repeat()
}

/**
 * Whether the database is there, at this moment: a page let in on an older answer would wait for
 * one that has gone meanwhile, and end as a failure. Pages that come at once share one question.
 */
export async function databaseAnswers(): Promise<boolean> {
  const watch = shared.lepDatabase
  if (!watch) return true
  if (watch.silences < SILENCES) await watch.ask()
  while (watch.silences > 0 && watch.silences < SILENCES) await watch.ask()
  return watch.silences === 0
}
