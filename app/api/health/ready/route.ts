import { pingDatabase } from '@/lib/db/as-sign-in'
import { log } from '@/lib/log'

/** 200 when the database answers, 503 when it does not. */
export async function GET() {
  try {
    await pingDatabase()
    return Response.json({ status: 'ready' })
  } catch (error) {
    log.warn({ event: 'health.not-ready', cause: error instanceof Error ? error.name : 'unknown' })
    return Response.json({ status: 'not ready' }, { status: 503 })
  }
}
