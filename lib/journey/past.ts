import type { Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { dayIn } from '@/lib/dates/rules'
import { type HistoryEntry, REPLAYED, replayHistory } from '@/lib/journey/history/rules'
import type { RegionRecord } from '@/lib/journey/record'

/** A column of the region `r`: when its first entry was made, or null. */
export const firstEntryColumn = sql`(select a.at from activities a where a.region_id = r.id
  order by a.at limit 1)`

/** A past day of a region, and the days around it on which its journey changed. */
export interface Past {
  day: string
  previous: string | null
  next: string | null
}

interface Found {
  entries: HistoryEntry[]
  own: string[]
  previous: Date | null
  next: Date | null
}

/**
 * The record as it stood at the end of a past day in the region's time zone, rebuilt from the
 * activity in one statement: the last entry of each item and milestone up to then.
 */
export async function readPast(
  db: Db,
  record: RegionRecord,
  day: string,
): Promise<{ past: Past; record: Pick<RegionRecord, 'ticks' | 'milestones' | 'own' | 'rounds'> }> {
  const { id, timeZone } = record
  const kinds = [...REPLAYED]
  const changes = [...kinds, 'step.changed']
  const [found] = await db.$queryRaw<Found[]>`
    with bounds as (
      select ${day}::date::timestamp at time zone ${timeZone} starts,
        (${day}::date + 1)::timestamp at time zone ${timeZone} ends
    ), subjects as (
      select item subject from ticks where region_id = ${id}::uuid
      union all select milestone from milestones where region_id = ${id}::uuid
    )
    select
      (select coalesce(json_agg(json_build_object('at', last.at, 'kind', last.kind,
          'step', last.step, 'subject', s.subject, 'after', last.after)), '[]')
        from subjects s cross join lateral (
          select a.at, a.kind, a.step, a.after from activities a
          where a.region_id = ${id}::uuid and a.subject = s.subject and a.kind = any (${kinds})
            and a.at < bounds.ends
          order by a.at desc, a.id desc limit 1) last) entries,
      (select coalesce(json_agg(o.id), '[]') from own_entries o
        where o.region_id = ${id}::uuid and o.created_at < bounds.ends
          and not coalesce((
            select a.kind = 'own.archived' from activities a
            where a.region_id = ${id}::uuid and a.subject = o.id and a.at < bounds.ends
              and a.kind in ('own.archived', 'own.restored')
            order by a.at desc, a.id desc limit 1), o.archived_at < bounds.ends, false)) own,
      (select a.at from activities a where a.region_id = ${id}::uuid and a.at < bounds.starts
        and a.kind = any (${changes}) order by a.at desc limit 1) previous,
      (select a.at from activities a where a.region_id = ${id}::uuid and a.at >= bounds.ends
        and a.kind = any (${changes}) order by a.at limit 1) next
    from bounds`
  const { entries, own, previous, next } = found ?? {
    entries: [],
    own: [],
    previous: null,
    next: null,
  }
  const there = new Set(own)
  return {
    past: {
      day,
      previous: previous && dayIn(timeZone, previous),
      next: next && dayIn(timeZone, next),
    },
    record: {
      ...replayHistory(entries, day, timeZone),
      rounds: record.rounds.filter(({ closedOn }) => closedOn <= day),
      own: record.own.map((entry) => ({ ...entry, archived: !there.has(entry.id) })),
    },
  }
}
