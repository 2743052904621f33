import type { Db } from '@/lib/db/as-viewer'
import type { Line } from '@/lib/metrics/lines/rules'

export interface LineRow extends Line {
  id: string
  title: string
  /** As it was signed, in its own currency. */
  amount: number | null
  currency: string
  rate: number | null
  rateOn: string | null
  rateSource: string
  /** Of a joint line: what all regions took on of it in per cent, and how many they are. */
  shared: number | null
  regions: number | null
}

/** The single things a region counts, the latest first. The right to the region is the caller's to ask. */
export function readLines(db: Db, regionId: string): Promise<LineRow[]> {
  return db.$queryRaw<LineRow[]>`
    select l.id, l.metric, l.title, l.day::text, l.kind, l.stage, l.learners, l.currency,
      l.amount::float8 amount, l.rate::float8 rate, l.rate_on::text "rateOn",
      l.rate_source "rateSource", l.euros::float8 euros, l.from_year::int "fromYear",
      l.to_year::int "toYear", l.joint_key "jointKey", l.share::float8 "share",
      j.total::float8 shared, j.regions
    from metric_lines l
    left join lateral joint_shares(l.metric, l.joint_key) j on l.joint_key is not null
    where l.region_id = ${regionId}::uuid order by l.day desc, l.id`
}
