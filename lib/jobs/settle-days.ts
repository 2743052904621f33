import { closeDueRounds } from '@/lib/assessment/closing'
import { asJob } from '@/lib/db/as-job'
import { dayIn } from '@/lib/dates/rules'
import { readRecords } from '@/lib/journey/record'
import { settle } from '@/lib/journey/settle'
import { log } from '@/lib/log'

const BATCH = 200

interface Due {
  regionId: string
  asOf: string
}

/**
 * Lets the rules look again at every region in whose own time zone a new day has begun, so that what
 * slips with time slips, and says why. One that fails waits for the next time.
 *
 * @returns the number of regions looked at
 */
export async function settleNewDays(now: Date): Promise<number> {
  let settled = 0
  let last: Due | undefined
  for (;;) {
    const due = await listDue(now, last)
    for (const { regionId } of due) {
      try {
        await settleRegion(regionId, now)
        settled += 1
      } catch (error) {
        const { name, stack } = error as Error
        log.error({ event: 'job.region-failed', regionId, reasonKind: name, stack })
      }
    }
    last = due.at(-1)
    if (due.length < BATCH) return settled
  }
}

/** The next regions whose day is over, those that waited longest first. */
function listDue(now: Date, after: Due | undefined): Promise<Due[]> {
  // It is a new day somewhere up to 14 hours before it is one in UTC.
  const latest = dayIn('Pacific/Kiritimati', now)
  return asJob(
    (db) => db.$queryRaw<Due[]>`
      select s.region_id "regionId", s.as_of::text "asOf"
      from region_summaries s join regions r on r.id = s.region_id
      where s.as_of < ${latest}::date and s.as_of < (${now}::timestamptz at time zone r.time_zone)::date
        and r.archived_at is null
        and (s.as_of, s.region_id) > (${after?.asOf ?? '-infinity'}::date,
          ${after?.regionId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
      order by s.as_of, s.region_id limit ${BATCH}`,
  )
}

function settleRegion(regionId: string, now: Date): Promise<void> {
  return asJob(async (db) => {
    const [record] = await readRecords(db, [regionId])
    // Someone's change of today may have come first.
    if (!record || record.asOf >= dayIn(record.timeZone, now)) return
    const present = await closeDueRounds(db, record, now)
    await settle(db, present, { actorId: null, before: record, now })
  }, regionId)
}
