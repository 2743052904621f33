import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { getRegion } from '@/lib/regions/find'

/**
 * The region a page wants to hear of, and whether something happened there since it was made.
 * Throws Denial('not-found') for what the viewer may not see.
 */
export function getLive(viewer: Viewer, slug: string, since: Date | null) {
  return asViewer(viewer, async (db) => {
    const { id } = await getRegion(db, viewer, { slug })
    const missed = since
      ? await db.activity.findFirst({
          where: { regionId: id, at: { gt: since } },
          select: { id: true },
        })
      : null
    return { regionId: id, missed: missed !== null }
  })
}
