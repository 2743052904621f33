import { v7 as uuid } from 'uuid'
import { createSecret, hashSecret } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/rules'
import { MOST_FEEDS } from '@/lib/calendar/feeds'
import type { WhichOwnFeed } from '@/lib/calendar/schema'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'

/** The living addresses of the viewer's own days, newest first. */
export function listOwnFeeds(viewer: Viewer) {
  return asViewer(viewer, (db) => readFeeds(db, viewer))
}

/**
 * Makes a private address of the viewer's own due days and gives its secret, this once. Throws
 * Denial('forbidden') when there are ten already.
 */
export function createOwnFeed(viewer: Viewer): Promise<{ secret: string }> {
  return asViewer(
    viewer,
    async (db) => {
      if ((await readFeeds(db, viewer)).length >= MOST_FEEDS) {
        throw new Denial('forbidden', 'enoughCalendars')
      }
      const secret = createSecret()
      const data = { id: uuid(), userId: viewer.userId, tokenHash: hashSecret(secret) }
      await db.ownFeed.createMany({ data: [data] })
      return { secret }
    },
    { lock: viewer.userId },
  )
}

/** Ends one of the viewer's own addresses at once. Throws Denial('not-found') for any other. */
export function revokeOwnFeed(viewer: Viewer, { id }: WhichOwnFeed): Promise<void> {
  return asViewer(viewer, async (db) => {
    const ended = await db.ownFeed.updateMany({
      where: { id, userId: viewer.userId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (ended.count === 0) throw new Denial('not-found')
  })
}

function readFeeds(db: Db, { userId }: Viewer) {
  return db.ownFeed.findMany({
    where: { userId, revokedAt: null },
    select: { id: true, createdAt: true, lastReadAt: true },
    orderBy: { id: 'desc' },
    take: MOST_FEEDS,
  })
}
