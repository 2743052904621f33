import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import type { Db } from '@/lib/db/as-viewer'
import { getMetricWords } from '@/lib/guidebook/metrics'
import { LOCALES } from '@/lib/i18n/locales'
import { readRecord } from '@/lib/journey/record'
import { quarterOf } from '@/lib/metrics/series/rules'
import type { Standing } from '@/lib/metrics/sheet/rules'

/** What a sheet of numbers is held against: every version told, and what metrics are called. */
export async function readMetricGround(
  db: Db,
  { viewer, regionId }: { viewer: Viewer; regionId: string },
) {
  const record = await readRecord(db, viewer, { id: regionId })
  const standings = await db.$queryRaw<Standing[]>`
    select metric, quarter, version, value::float8 "value", breakdown, source, context, status
    from metric_entries where region_id = ${regionId}::uuid`
  const words = []
  for (const locale of LOCALES) words.push(await getMetricWords(record.edition, locale, db))
  const now = quarterOf(dayIn(record.timeZone, new Date()))
  return { record, standings, words, now }
}
