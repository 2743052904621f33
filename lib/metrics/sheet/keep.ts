import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { Denial } from '@/lib/errors'
import { keeping } from '@/lib/metrics/keeping'
import { decideEntries } from '@/lib/metrics/sheet/deciding/rules'
import { readMetricGround } from '@/lib/metrics/sheet/ground'
import type { KeepMetrics } from '@/lib/metrics/sheet/schema'

/**
 * Writes the next versions that a sheet of numbers holds, all or nothing. Every rule is asked anew.
 * Throws Denial: not-found, forbidden, or conflict where anything would not be as it was shown.
 */
export function keepSheet(viewer: Viewer, { regionId, changes }: KeepMetrics) {
  return keeping({ viewer, regionId }, async (db) => {
    const { record, standings, now } = await readMetricGround(db, { viewer, regionId })
    const decisions = decideEntries(standings, changes, now)
    // What was new when it was shown is to be new still.
    const isAsShown = decisions.every(
      ({ faults, changed, before, wanted }) =>
        faults.length === 0 && changed.length > 0 && (before?.version ?? null) === wanted.version,
    )
    if (!isAsShown) throw new Denial('conflict', 'sheetChanged')
    const rows = decisions.map(({ wanted, before, after }) => ({
      ...{ regionId, id: uuid(), metric: wanted.metric ?? '', quarter: wanted.quarter ?? '' },
      ...{ ...after, version: (before?.version ?? 0) + 1, authorId: viewer.userId },
    }))
    await db.metricEntry.createMany({ data: rows })
    const batch = uuid()
    await db.activity.createMany({
      data: rows.map(({ metric, quarter, value, status }, index) => {
        const before = decisions[index]?.before
        return {
          ...{ regionId, actorId: viewer.userId, subject: metric, batch },
          kind: status === 'confirmed' ? 'metric.confirmed' : 'metric.drafted',
          ...(before && { before: { value: before.value ?? 0, quarter } }),
          after: { value: value ?? 0, quarter },
        }
      }),
    })
    return { slug: record.slug, count: rows.length }
  })
}
