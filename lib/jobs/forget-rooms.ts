import { asJob } from '@/lib/db/as-job'

/**
 * Ends the code of consensus sessions that nobody ended, on their third day, and forgets names, seats
 * and votes. What was agreed stays, and the facilitator can still end them as a round.
 *
 * @returns the number of sessions forgotten
 */
export function forgetRooms(now: Date): Promise<number> {
  return asJob(async (db) => {
    const [answer] = await db.$queryRaw<{ rooms: number }[]>`
      select forget_rooms(${now}::timestamptz) rooms`
    return answer?.rooms ?? 0
  })
}
