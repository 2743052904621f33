import { v7 as uuid } from 'uuid'
import type { Db } from '@/lib/db/as-viewer'
import { gatherUntil, type NoticeKind } from '@/lib/notices/rules'

export interface Notice {
  userId: string
  kind: NoticeKind
  /** The task, item or milestone that it is about. */
  subject: string
  /** Names and words that the mail repeats: `title`, `by` (who did it), `reason`, `dueOn` (a day). */
  facts?: Record<string, string>
}

/**
 * Tells people something in their next mail, in the transaction that causes it: either both hold or
 * neither. Who tells themselves something is to be left out by the caller.
 */
export async function notify(db: Db, regionId: string, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  const now = new Date()
  await db.notice.createMany({
    data: notices.map(({ facts = {}, ...notice }) => ({
      ...{ ...notice, regionId, id: uuid(), facts, createdAt: now },
    })),
  })
  const people = [...new Set(notices.map(({ userId }) => userId))]
  await db.$executeRaw`
    select queue_letters(${people}::uuid[], ${gatherUntil(now)}::timestamptz,
      (select time_zone from regions where id = ${regionId}::uuid))`
}
