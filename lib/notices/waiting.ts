import { z } from 'zod'
import type { Db } from '@/lib/db/as-viewer'
import { NOTICE_KINDS } from '@/lib/notices/rules'

const waiting = z.object({
  email: z.string(),
  locale: z.string().nullable(),
  /** False for somebody who is barred or whose address sends mail back. */
  mayMail: z.boolean(),
  /** All that waits, told or not. */
  waiting: z.array(z.uuid()).nullable(),
  notices: z.array(
    z.object({
      ...{ id: z.uuid(), regionId: z.uuid(), kind: z.enum(NOTICE_KINDS), subject: z.string() },
      ...{ slug: z.string(), name: z.string(), edition: z.number(), timeZone: z.string() },
      facts: z.record(z.string(), z.string()),
    }),
  ),
})

export type Waiting = z.output<typeof waiting>
export type WaitingNotice = Waiting['notices'][number]

/** What the next mail to a person tells; null when none is due or somebody is sending it already. */
export async function readWaiting(db: Db, userId: string, now: Date): Promise<Waiting | null> {
  const [row] = await db.$queryRaw<{ letter: unknown }[]>`
    select read_letter(${userId}::uuid, ${now}::timestamptz) letter`
  return row?.letter ? waiting.parse(row.letter) : null
}

/**
 * Puts aside what waited, as mailed or as not to be mailed, and lets what came up meanwhile wait for
 * the next mail.
 */
export async function settleWaiting(
  db: Db,
  userId: string,
  { waiting: ids, notices }: Waiting,
  { mailed, now }: { mailed: boolean; now: Date },
): Promise<void> {
  const told = mailed ? notices.map(({ id }) => id) : []
  // Whoever adds a notice waits here, or is waited for: none falls between two mails.
  await db.$queryRaw`select 1 from mailboxes where user_id = ${userId}::uuid for update`
  await db.$executeRaw`
    update notices set settled_at = ${now}, mailed = id = any (${told}::uuid[])
    where user_id = ${userId}::uuid and id = any (${ids ?? []}::uuid[]) and settled_at is null`
  await db.$executeRaw`
    update mailboxes m set due_at = null,
      mailed_at = case when ${mailed} then ${now}::timestamptz else m.mailed_at end
    where user_id = ${userId}::uuid`
  const rest = await db.$queryRaw<{ zone: string }[]>`
    select r.time_zone zone from notices n join regions r on r.id = n.region_id
    where n.user_id = ${userId}::uuid and n.settled_at is null order by n.id limit 1`
  for (const { zone } of rest) {
    await db.$executeRaw`
      select queue_letters(array[${userId}::uuid], ${now}::timestamptz, ${zone})`
  }
}
