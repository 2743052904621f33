import { Logger, run, type Runner } from 'graphile-worker'
import { z } from 'zod'
import { directDatabaseUrl } from '@/lib/env'
import { forgetCandid } from '@/lib/jobs/forget-candid'
import { forgetRooms } from '@/lib/jobs/forget-rooms'
import { sendWaitingInvitations } from '@/lib/jobs/send-invitations'
import { eraseOldNotices, sendDueLetter, sendOverdueLetters } from '@/lib/jobs/send-letters'
import { remindEverywhere } from '@/lib/jobs/remind'
import { settleNewDays } from '@/lib/jobs/settle-days'
import { log } from '@/lib/log'

/** Where graphile-worker keeps its tables; scripts/migrate/jobs.ts makes them. */
const SCHEMA = 'jobs'

// Each hour some region's day begins. What was missed while nothing ran is made up for once.
// Mails have jobs of their own; those that a process took with it when it died are sent soon after.
const CRONTAB = `7 * * * * settle_days ?fill=2h&max=3&jobKey=settle_days
*/5 * * * * send_overdue_letters ?max=3&jobKey=send_overdue_letters
*/5 * * * * send_invitations ?max=3&jobKey=send_overdue_invitations
17 * * * * remind ?fill=3h&max=3&jobKey=remind
23 3 * * * erase_notices ?fill=1d&max=3&jobKey=erase_notices
43 3 * * * forget_candid ?fill=2d&max=3&jobKey=forget_candid`

const whose = z.object({ userId: z.uuid() })

const PAUSE = 15_000
const SHUTDOWN = 10_000

const kept = globalThis as typeof globalThis & { lepJobs?: Jobs }

export interface Jobs {
  /** Takes no more work and waits for what is under way, ten seconds at most. */
  stop: () => Promise<void>
}

/**
 * Works off jobs within this process for as long as it lives, beside any other process that does the
 * same. A database that is away ends nothing: it is tried again.
 */
export function startJobs(): Jobs {
  if (kept.lepJobs) return kept.lepJobs
  let runner: Runner | undefined
  let again: NodeJS.Timeout | undefined
  let isStopping = false

  const begin = async () => {
    try {
      runner = await run(options)
      if (isStopping) await runner.stop()
      await runner.promise
    } catch (error) {
      log.warn({ event: 'jobs.interrupted', reasonKind: (error as Error).name })
    }
    runner = undefined
    if (!isStopping) again = setTimeout(() => void begin(), PAUSE).unref()
  }
  void begin()

  return (kept.lepJobs = {
    stop: async () => {
      isStopping = true
      clearTimeout(again)
      kept.lepJobs = undefined
      await runner?.stop().catch(() => undefined)
    },
  })
}

const options = {
  connectionString: directDatabaseUrl,
  schema: SCHEMA,
  crontab: CRONTAB,
  concurrency: 1,
  maxPoolSize: 3,
  pollInterval: 10_000,
  // The server ends the process itself once its last answer is given.
  noHandleSignals: true,
  gracefulShutdownAbortTimeout: SHUTDOWN,
  logger: new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ event: 'jobs.said', message })
  }),
  taskList: {
    forget_candid: async () => {
      await forgetRooms(new Date())
      const entries = await forgetCandid()
      log.info({ event: 'jobs.candid-forgotten', entries })
    },
    settle_days: async () => {
      const regions = await settleNewDays(new Date())
      log.info({ event: 'jobs.days-settled', regions })
    },
    send_letter: async (payload: unknown) => {
      await sendDueLetter(whose.parse(payload).userId, new Date())
    },
    send_overdue_letters: async () => {
      await sendOverdueLetters(new Date())
    },
    send_invitations: async () => {
      await sendWaitingInvitations()
    },
    remind: async () => {
      await remindEverywhere(new Date())
    },
    erase_notices: async () => {
      await eraseOldNotices(new Date())
    },
  },
}
