import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import type { FollowInput, SeenNews } from '@/lib/follows/schema'
import { getGuide } from '@/lib/guidebook/data'
import { findStep } from '@/lib/guidebook/rules'
import { getRegion } from '@/lib/regions/find'

/** Follows a region or one of its steps, or no longer. Throws Denial('not-found'). */
export function follow(viewer: Viewer, { regionId, step, following }: FollowInput): Promise<void> {
  return asViewer(viewer, async (db) => {
    const { edition } = await getRegion(db, viewer, { id: regionId })
    if (step !== '' && !findStep(await getGuide(edition, 'en', db), step)) {
      throw new Denial('not-found')
    }
    const which = { regionId, userId: viewer.userId, step }
    if (following === 'no') await db.follow.deleteMany({ where: which })
    else await db.follow.createMany({ data: [which], skipDuplicates: true })
  })
}

/** Keeps until when the viewer has looked at the news: what came meanwhile stays new. */
export function markNewsSeen(viewer: Viewer, { until }: SeenNews): Promise<void> {
  return asViewer(viewer, async (db) => {
    await db.$executeRaw`
      update users set news_seen_at = greatest(news_seen_at, least(${until}::timestamptz, now()))
      where id = ${viewer.userId}::uuid`
  })
}
