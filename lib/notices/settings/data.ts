import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { unwantedKinds } from '@/lib/notices/settings/rules'
import type { MailSettings } from '@/lib/notices/settings/schema'

/** How the viewer wants to be written to; who never chose gets every kind, the summary on Mondays. */
export async function readMailbox(db: Db, { userId }: Viewer) {
  const own = await db.mailbox.findUnique({
    where: { userId },
    select: { unwanted: true, digestDay: true, version: true },
  })
  return own ?? { unwanted: [], digestDay: 1, version: 0 }
}

/** Keeps what the viewer wants to be mailed. Throws Denial('conflict') when it changed meanwhile. */
export function changeMailSettings(viewer: Viewer, input: MailSettings): Promise<void> {
  const { digestDay, version, ...wanted } = input
  const { userId } = viewer
  const data = { unwanted: unwantedKinds(wanted), digestDay, version: version + 1 }
  return asViewer(viewer, async (db) => {
    const kept = version
      ? await db.mailbox.updateMany({ where: { userId, version }, data })
      : await db.mailbox.createMany({ data: [{ ...data, userId }], skipDuplicates: true })
    if (kept.count === 0) throw new Denial('conflict')
  })
}
