import { isReminderDay } from '@/lib/assessment/dates/rules'
import type { Db } from '@/lib/db/as-viewer'
import type { Notice } from '@/lib/notices/notify'

/**
 * Reminds those who have not answered an open round, a week and a day before its end. Who they are
 * is known to the job alone, and no longer than it takes to write to them.
 */
export async function listRoundReminders(
  db: Db,
  regionId: string,
  today: string,
): Promise<Notice[]> {
  const open = await db.round.findMany({
    // A consensus session is open without a last day.
    where: { regionId, state: 'open', closesOn: { not: null } },
    select: { id: true, closesOn: true },
  })
  const notices: Notice[] = []
  for (const { id, closesOn } of open) {
    const dueOn = closesOn?.toISOString().slice(0, 10) ?? ''
    if (!isReminderDay(today, dueOn)) continue
    const people = await db.$queryRaw<{ userId: string }[]>`
      select remind_of_round(${regionId}::uuid, ${id}::uuid, ${today}::date) "userId"`
    for (const { userId } of people) {
      notices.push({ userId, kind: 'round.reminder', subject: id, key: today, facts: { dueOn } })
    }
  }
  return notices
}
