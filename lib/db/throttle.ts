import { createHmac } from 'node:crypto'
import { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { directDatabaseUrl, env } from '@/lib/env'

const kept = globalThis as typeof globalThis & { lepThrottlePool?: Pool }

// A pool of its own: its connections may see the counters and nothing else.
const pool = (kept.lepThrottlePool ??= new Pool({
  connectionString: directDatabaseUrl,
  options: '-c app.purpose=throttle',
  max: 2,
  connectionTimeoutMillis: 2000,
  query_timeout: 2500,
}))

// A connection that breaks while idle is replaced; unheard, its error would end the process.
pool.on('error', () => undefined)

/** Allows `points` tries in `seconds` for each key; addresses are stored as keyed hashes only. */
export function createThrottle(name: string, points: number, seconds: number) {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'throttles',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  })
  return async function allows(key: string, tries = 1): Promise<boolean> {
    const hashed = createHmac('sha256', env.NEXTAUTH_SECRET).update(key).digest('base64url')
    try {
      await limiter.consume(hashed, tries)
      return true
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false
      throw refusal
    }
  }
}
