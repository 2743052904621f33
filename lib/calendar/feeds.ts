import { v7 as uuid } from 'uuid'
import { createSecret, hashSecret } from '@/lib/auth/session'
import { membershipIn, type Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import type { CreateFeed, WhichFeed } from '@/lib/calendar/schema'
import { getRegion } from '@/lib/regions/find'

/** More than anybody's devices need; keeps a button from filling the table. */
export const MOST_FEEDS = 10

/** The viewer's own living addresses in a region, newest first. */
export function readOwnFeeds(db: Db, viewer: Viewer, regionId: string) {
  return db.calendarFeed.findMany({
    where: { regionId, userId: viewer.userId, revokedAt: null },
    select: { id: true, createdAt: true, lastReadAt: true },
    orderBy: { id: 'desc' },
    take: MOST_FEEDS,
  })
}

/**
 * Makes a private address of the region's dates for the viewer and gives its secret, this once.
 * Throws Denial: not-found for those who are no members, forbidden when there are ten already.
 */
export function createFeed(viewer: Viewer, { regionId }: CreateFeed): Promise<{ secret: string }> {
  return asViewer(
    viewer,
    async (db) => {
      await getRegion(db, viewer, { id: regionId })
      if (!membershipIn(viewer, regionId)) throw new Denial('forbidden')
      if ((await readOwnFeeds(db, viewer, regionId)).length >= MOST_FEEDS) {
        throw new Denial('forbidden', 'enoughCalendars')
      }
      const secret = createSecret()
      const { userId } = viewer
      const data = { regionId, id: uuid(), userId, tokenHash: hashSecret(secret) }
      await db.calendarFeed.createMany({ data: [data] })
      return { secret }
    },
    { lock: regionId },
  )
}

/** Ends one of the viewer's own addresses at once. Throws Denial('not-found') for any other. */
export function revokeFeed(viewer: Viewer, { regionId, id }: WhichFeed): Promise<void> {
  return asViewer(viewer, async (db) => {
    await getRegion(db, viewer, { id: regionId })
    const ended = await db.calendarFeed.updateMany({
      where: { regionId, id, userId: viewer.userId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (ended.count === 0) throw new Denial('not-found')
  })
}
