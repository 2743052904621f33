import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { readRecord, type RegionRecord } from '@/lib/journey/record'
import { canKeepMetrics } from '@/lib/metrics/access/rules'

interface Told {
  kind: string
  subject: string
  before?: Record<string, string | number>
  after?: Record<string, string | number>
}

/** One entry in the region's activity, in the change's own transaction. */
export async function note(db: Db, { userId }: Viewer, regionId: string, told: Told) {
  await db.activity.createMany({ data: [{ regionId, actorId: userId, ...told }] })
}

/**
 * Carries a change out for somebody who may keep the region's numbers, one after the other. Throws
 * Denial: not-found, forbidden.
 */
export function keeping<T>(
  { viewer, regionId }: { viewer: Viewer; regionId: string },
  change: (db: Db, record: RegionRecord) => Promise<T>,
): Promise<T> {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: regionId })
      if (!canKeepMetrics(viewer, regionId)) throw new Denial('forbidden')
      return change(db, record)
    },
    { lock: regionId },
  )
}
