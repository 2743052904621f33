import type { Viewer } from '@/lib/auth/rules'
import type { TaskCard } from '@/lib/auth/task-link'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getRegion } from '@/lib/regions/find'
import { canKeepTasks } from '@/lib/tasks/access/rules'
import { noteTasks, readThis } from '@/lib/tasks/keep'
import type { EndLink } from '@/lib/tasks/links/schema'

/** Ends a mailed address at once. Throws Denial: not-found, forbidden. */
export function endLink(viewer: Viewer, { regionId, id, userId }: EndLink): Promise<void> {
  return asViewer(viewer, async (db) => {
    await getRegion(db, viewer, { id: regionId })
    const { title, step } = await readThis(db, regionId, id)
    if (!canKeepTasks(viewer, regionId)) throw new Denial('forbidden')
    await end(db, { regionId, taskId: id, userId })
    const note = { regionId, id, step, kind: 'task.unlinked', after: { title } }
    await noteTasks(db, viewer, [note])
  })
}

/** The person it was mailed to, or whoever has got hold of it, ends it themselves. */
export function endOwnLink({ viewer, regionId, taskId }: TaskCard): Promise<void> {
  return asViewer(viewer, (db) => end(db, { regionId, taskId, userId: viewer.userId }))
}

async function end(db: Db, which: { regionId: string; taskId: string; userId: string }) {
  const { count } = await db.taskLink.updateMany({
    where: { ...which, endedAt: null },
    data: { endedAt: new Date() },
  })
  if (count === 0) throw new Denial('not-found')
}
