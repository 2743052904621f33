import { Client } from 'pg'
import { directDatabaseUrl } from '@/lib/env'
import { log } from '@/lib/log'

const CHANNEL = 'lep_region'
const PING_EVERY = 20_000

interface Listener {
  onPayload: (payload: string | undefined) => void
  /** Listening has begun once more: what was said meanwhile was not heard. */
  onGap: () => void
  /** Milliseconds before the n-th try to connect again. */
  pause: (attempt: number) => number
}

/**
 * Listens to the database on one connection of its own, outside the pool, and connects again when
 * it is lost. Gives what ends it.
 */
export function listenToRegions({ onPayload, onGap, pause }: Listener): () => Promise<void> {
  let client: Client | null = null
  let attempt = 0
  let hasListened = false
  let isOver = false
  let timer: NodeJS.Timeout | undefined

  const connect = async () => {
    const own = (client = new Client({
      connectionString: directDatabaseUrl,
      application_name: 'lep-live',
      connectionTimeoutMillis: 2000,
      query_timeout: 2500,
      keepAlive: true,
    }))
    own.on('notification', ({ payload }) => onPayload(payload))
    own.on('error', () => lose(own))
    own.on('end', () => lose(own))
    try {
      await own.connect()
      await own.query(`listen ${CHANNEL}`)
      attempt = 0
      if (hasListened) onGap()
      hasListened = true
      watch(own)
    } catch {
      lose(own)
    }
  }

  // A connection that died without a word is found out by asking.
  const watch = (own: Client) => {
    const ask = () =>
      void own.query('select 1').then(
        () => watch(own),
        () => lose(own),
      )
    timer = setTimeout(ask, PING_EVERY).unref()
  }

  const lose = (own: Client) => {
    if (client !== own || isOver) return
    client = null
    clearTimeout(timer)
    void own.end().catch(() => undefined)
    if (attempt === 0) log.warn({ event: 'live.lost' })
    timer = setTimeout(() => void connect(), pause(attempt++)).unref()
  }

  void connect()
  return async () => {
    isOver = true
    clearTimeout(timer)
    await client?.end().catch(() => undefined)
  }
}
