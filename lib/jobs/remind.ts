import { listRoundReminders } from '@/lib/assessment/reminders'
import { dayIn } from '@/lib/dates/rules'
import { asJob } from '@/lib/db/as-job'
import { log } from '@/lib/log'
import { notify } from '@/lib/notices/notify'
import { listDigests, listReminders } from '@/lib/notices/reminders'

const BATCH = 500
/** A region's morning, in hours of its own time; whoever missed one hour has the next. */
const [FROM, UNTIL] = [6, 9]

interface Morning {
  id: string
  timeZone: string
}

/**
 * Tells people in each region where it is morning what is due and, once a week, how it stands. A
 * day's reminder is told once, however often this runs. Gives how many notices are new.
 */
export async function remindEverywhere(now: Date): Promise<number> {
  let told = 0
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const regions = await listMornings(now, last)
    for (const region of regions) {
      try {
        told += await remindRegion(region, now)
      } catch (error) {
        const { name, stack } = error as Error
        log.error({ event: 'job.region-failed', regionId: region.id, reasonKind: name, stack })
      }
    }
    last = regions.at(-1)?.id ?? last
    if (regions.length < BATCH) return told
  }
}

function listMornings(now: Date, after: string): Promise<Morning[]> {
  return asJob(
    (db) => db.$queryRaw<Morning[]>`
      select id, time_zone "timeZone" from regions
      where archived_at is null and id > ${after}::uuid
        and extract(hour from ${now}::timestamptz at time zone time_zone)
          between ${FROM} and ${UNTIL - 1}
      order by id limit ${BATCH}`,
  )
}

function remindRegion({ id, timeZone }: Morning, now: Date): Promise<number> {
  const today = dayIn(timeZone, now)
  return asJob(async (db) => {
    const notices = [
      ...(await listReminders(db, id, today)),
      ...(await listRoundReminders(db, id, today)),
      ...(await listDigests(db, id, { today, now })),
    ]
    return notify(db, id, notices, now)
  }, id)
}
