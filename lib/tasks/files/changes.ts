import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { getRegion } from '@/lib/regions/find'
import { canDetach, canKeepTasks } from '@/lib/tasks/access/rules'
import { addFileRow, MOST_FILES } from '@/lib/tasks/files/data'
import type { AttachPage, Detach } from '@/lib/tasks/files/schema'
import type { TakenFile } from '@/lib/tasks/files/take'
import { noteTasks, readThis } from '@/lib/tasks/keep'
import type { Task } from '@/lib/tasks/read'

interface Place {
  regionId: string
  id: string
}

/**
 * Gives a file along with a task, for all who are asked: the coordinators'. Throws Denial: not-found,
 * forbidden, conflict (set aside), evidenceFull, regionFull.
 */
export function attachFile(viewer: Viewer, place: Place, file: TakenFile): Promise<void> {
  return attach(viewer, place, file.fileName, (db, { regionId, id: taskId }) =>
    addFileRow(db, viewer, { regionId, taskId, partnerId: null }, file),
  )
}

/** Gives a page along. Throws the Denials of attachFile. */
export function attachPage(viewer: Viewer, { url, words, ...place }: AttachPage): Promise<void> {
  return attach(viewer, place, words || url, async (db, { regionId, id: taskId }) => {
    const count = await db.taskPage.count({ where: { regionId, taskId, removedAt: null } })
    if (count >= MOST_FILES) throw new Denial('invalid', 'evidenceFull')
    await db.taskPage.createMany({
      data: [{ regionId, taskId, url, words, addedById: viewer.userId }],
    })
  })
}

/** Throws the Denial that attaching would end in; writes nothing, and reads no form twice. */
export function checkAttach({ requestKey: _, ...viewer }: Viewer, place: Place): Promise<void> {
  return asViewer(viewer, async (db) => void (await decide(db, viewer, place)))
}

/**
 * Takes a file or page off a task: coordinators any, others what they attached for their
 * organisation while it is not done. The history keeps its name. Throws Denial: not-found, forbidden.
 */
export function detach(viewer: Viewer, { regionId, id, attached }: Detach): Promise<void> {
  return asViewer(
    viewer,
    async (db) => {
      await getRegion(db, viewer, { id: regionId })
      const task = await readThis(db, regionId, id)
      const where = { regionId, taskId: id, id: attached, removedAt: null }
      const file = await db.taskFile.findFirst({ where })
      const page = file ? null : await db.taskPage.findFirst({ where })
      if (!file && !page) throw new Denial('not-found')
      const own = await readOwnPartner(db, viewer, regionId)
      const isMine = file !== null && file.addedById === viewer.userId
      const { partnerId = null } = file ?? {}
      if (!canDetach(viewer, regionId, { task, own, partnerId, isMine })) {
        throw new Denial('forbidden')
      }
      const removed = { where, data: { removedAt: new Date() } }
      await (file ? db.taskFile.updateMany(removed) : db.taskPage.updateMany(removed))
      const name = file ? file.fileName : page?.words || page?.url || ''
      await note(db, viewer, task, { was: name, is: null })
    },
    { lock: regionId },
  )
}

function attach(
  viewer: Viewer,
  place: Place,
  name: string,
  write: (db: Db, place: Place) => Promise<void>,
): Promise<void> {
  return asViewer(
    viewer,
    async (db) => {
      const task = await decide(db, viewer, place)
      await write(db, place)
      await note(db, viewer, task, { was: null, is: name })
    },
    { lock: place.regionId },
  )
}

async function decide(db: Db, viewer: Viewer, { regionId, id }: Place): Promise<Task> {
  await getRegion(db, viewer, { id: regionId })
  const task = await readThis(db, regionId, id)
  if (!canKeepTasks(viewer, regionId)) throw new Denial('forbidden')
  if (task.archived) throw new Denial('conflict')
  return task
}

function note(
  db: Db,
  viewer: Viewer,
  { regionId, id, step, title }: Task,
  { was, is }: { was: string | null; is: string | null },
) {
  const kind = is === null ? 'task.detached' : 'task.attached'
  const [before, after] = [
    { title, attached: was },
    { title, attached: is },
  ]
  return noteTasks(db, viewer, [{ regionId, id, step, kind, before, after }])
}
