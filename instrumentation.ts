import type { Instrumentation } from 'next'

export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { watchDatabase } = await import('@/lib/db/watch')
  watchDatabase()
  await startWork()
}

/** Works off jobs beside serving pages, until the server is told to end. */
async function startWork() {
  const { env } = await import('@/lib/env')
  if (env.JOBS === 'off' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startJobs } = await import('@/lib/jobs/worker')
  const jobs = startJobs()
  process.once('SIGTERM', () => void jobs.stop())
}

/** Bugs are logged with the number the reader sees, the request's id and the route; no one's words. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/lib/log')
  const { digest, name, stack } = error as Error & { digest?: string }
  const requestId = request.headers['x-request-id']
  log.error({ event: 'request.failed', digest, requestId, route: context.routePath, name, stack })
}
