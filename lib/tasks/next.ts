import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { noteTasks } from '@/lib/tasks/keep'
import type { Task } from '@/lib/tasks/read'
import { nextDueOn } from '@/lib/tasks/rules'

/**
 * Makes the next of a task that comes again, once; gives its id, or null where there is nothing to
 * make. Who is asked stays the same, and everything begins anew.
 */
export async function makeNext(
  db: Db,
  viewer: Viewer,
  { task, today, batch }: { task: Task; today: string; batch: string },
): Promise<string | null> {
  if (!task.repeatMonths) return null
  const { regionId, title, step } = task
  const known = await db.task.findFirst({
    where: { regionId, madeFromId: task.id },
    select: { id: true, version: true, archivedAt: true },
  })
  // One that nobody has touched was set aside when its being made was taken back.
  const isTakenBack = known?.archivedAt && known.version === 1
  if (known && !isTakenBack) return null
  const after = { title, state: 'open' }
  if (known) {
    await db.task.updateMany({ where: { regionId, id: known.id }, data: { archivedAt: null } })
    await noteTasks(db, viewer, [
      { regionId, id: known.id, step, kind: 'task.added', after, batch },
    ])
    return known.id
  }
  const id = uuid()
  const dueOn = nextDueOn(task.dueOn, task.repeatMonths, today)
  await copyTasks(db, viewer, [{ task, id, dueOn, madeFromId: task.id }])
  const note = { regionId, id, step, kind: 'task.added', batch }
  await noteTasks(db, viewer, [{ ...note, after: { ...after, dueOn } }])
  return id
}

interface Copy {
  task: Task
  id: string
  dueOn: string | null
  madeFromId: string | null
}

/** Writes tasks that say the same and ask the same organisations, with nothing done yet. */
export async function copyTasks(db: Db, viewer: Viewer, copies: readonly Copy[]): Promise<void> {
  await db.task.createMany({
    data: copies.map(({ task, id, dueOn, madeFromId }) => {
      const { regionId, title, doneWhen, step, entry, link, skipCheck, repeatMonths } = task
      const { forKind, forSector, assigneeId } = task
      return {
        ...{ regionId, id, title, doneWhen, step, entry, link, skipCheck, repeatMonths },
        ...{ forKind, forSector, assigneeId, madeFromId, createdById: viewer.userId },
        dueOn: dueOn && fromDay(dueOn),
      }
    }),
  })
  const parts = copies.flatMap(({ task, id: taskId }) => {
    // Where any organisation may do it, those who did are not asked by name.
    const named = task.forKind === 'partners' ? task.parts : []
    return named.map(({ partnerId, userId }) => ({
      ...{ regionId: task.regionId, taskId, partnerId, userId },
    }))
  })
  if (parts.length > 0) await db.taskPartner.createMany({ data: parts })
}
