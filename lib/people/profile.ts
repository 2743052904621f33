import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { readMailbox } from '@/lib/notices/settings/data'
import type { ChangeProfile, NameOneself } from '@/lib/people/schema'

/** What the viewer may change about themselves, and the number of places where they are signed in. */
export function getProfile(viewer: Viewer) {
  return asViewer(viewer, async (db) => {
    const own = await db.user.findUniqueOrThrow({
      where: { id: viewer.userId },
      select: {
        ...{ name: true, email: true, locale: true, theme: true, version: true },
        mailPausedAt: true,
      },
    })
    const sessions = await db.session.count({
      where: { userId: viewer.userId, expires: { gt: new Date() } },
    })
    const organisations = await db.partner.findMany({
      where: {
        OR: viewer.memberships.flatMap(({ regionId, partnerId }) =>
          partnerId ? [{ regionId, id: partnerId }] : [],
        ),
      },
      select: { id: true, name: true },
    })
    return {
      ...own,
      sessions,
      mail: await readMailbox(db, viewer),
      memberships: viewer.memberships.map(({ slug, name, role, partnerId }) => ({
        slug,
        name,
        role,
        organisation: organisations.find(({ id }) => id === partnerId)?.name ?? null,
      })),
    }
  })
}

/** Keeps name, language and theme. Throws Denial('conflict') when they changed meanwhile. */
export function changeOwnProfile(viewer: Viewer, input: ChangeProfile): Promise<void> {
  const { name, locale, theme, version } = input
  return asViewer(viewer, async (db) => {
    const kept = await db.user.updateMany({
      where: { id: viewer.userId, version },
      data: { name, locale, theme: theme === 'system' ? null : theme, version: version + 1 },
    })
    if (kept.count === 0) throw new Denial('conflict')
  })
}

/** Keeps how the viewer wants to be called, while nobody knows it yet. Throws Denial('conflict') afterwards. */
export function nameOneself(viewer: Viewer, { name }: NameOneself): Promise<void> {
  return asViewer(viewer, async (db) => {
    const { count } = await db.user.updateMany({
      where: { id: viewer.userId, name: '' },
      data: { name, version: { increment: 1 } },
    })
    if (count === 0) throw new Denial('conflict')
  })
}

/** Signs the viewer out everywhere but in the session whose hash is given; gives how many ended. */
export function endOtherSessions(viewer: Viewer, keep: string): Promise<number> {
  return asViewer(viewer, async (db) => {
    const ended = await db.session.deleteMany({
      where: { userId: viewer.userId, tokenHash: { not: keep } },
    })
    return ended.count
  })
}
