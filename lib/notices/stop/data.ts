import { asJob } from '@/lib/db/as-job'
import { NOTICE_KINDS } from '@/lib/notices/rules'
import { readStopToken } from '@/lib/notices/stop/token'

/** Stops the mails that a token speaks for, of every kind; false for one that was not made here. */
export function stopLetters(token: string): Promise<boolean> {
  const userId = readStopToken(token)
  if (!userId) return Promise.resolve(false)
  return asJob(async (db) => {
    const unwanted = [...NOTICE_KINDS]
    // Nobody is there any more: that, too, is no more mails.
    await db.$executeRaw`
      update mailboxes set unwanted = ${unwanted}::text[], digest_day = 0, version = version + 1
      where user_id = ${userId}::uuid`
    return true
  })
}
