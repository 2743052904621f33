import { v5 as named, v7 as uuid } from 'uuid'
import type { Db } from '@/lib/db/as-viewer'
import { gatherUntil, type NoticeKind } from '@/lib/notices/rules'

export interface Notice {
  userId: string
  kind: NoticeKind
  /** The task, item or milestone that it is about. */
  subject: string
  /**
   * Names and words that the mail repeats: `title`, `by` (who did it), `reason`, `dueOn` (a day);
   * `act` is the entry or batch of the activity that withdraws it when it is taken back in time.
   */
  facts?: Record<string, string>
  /** Told once only for the same person, kind, subject and key. */
  key?: string
}

/**
 * Tells people something in their next mail, in the transaction that causes it: either both hold or
 * neither. Who tells themselves something is to be left out by the caller. Gives how many are new.
 */
export async function notify(
  db: Db,
  regionId: string,
  notices: readonly Notice[],
  now = new Date(),
): Promise<number> {
  if (notices.length === 0) return 0
  const rows = notices.map(({ key, ...notice }) => {
    const { userId, kind, subject } = notice
    return { ...notice, id: key ? named([userId, kind, subject, key].join(' '), regionId) : uuid() }
  })
  // What has a key is told once only; what has none never meets another of its id.
  const count = await db.$executeRaw`
    insert into notices (region_id, id, user_id, kind, subject, facts, created_at)
    select ${regionId}::uuid, r.id, r."userId", r.kind, r.subject, coalesce(r.facts, '{}'),
      ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      r (id uuid, "userId" uuid, kind text, subject text, facts jsonb)
    on conflict do nothing`
  if (count === 0) return 0
  const people = [...new Set(notices.map(({ userId }) => userId))]
  await db.$executeRaw`
    select queue_letters(${people}::uuid[], ${gatherUntil(now)}::timestamptz,
      (select time_zone from regions where id = ${regionId}::uuid))`
  return count
}
