import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { addMonths, dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { getRegion } from '@/lib/regions/find'
import { canKeepTasks } from '@/lib/tasks/access/rules'
import { noteTasks, readThese } from '@/lib/tasks/keep'
import { addShown } from '@/lib/tasks/evidence'
import { copyTasks, makeNext } from '@/lib/tasks/next'
import type { Task } from '@/lib/tasks/read'
import { tellAsked } from '@/lib/tasks/tell'
import type { ChangeTasks } from '@/lib/tasks/schema'
import type { Is } from '@/lib/tasks/undo/schema'
import { readPartsWere, wasOf } from '@/lib/tasks/undo/was'

/**
 * Changes several tasks at once, all or none: their day, setting them aside, done or open for all
 * who are asked, or copying them for another cycle with nothing done yet and days some months later.
 * What is done leaves its evidence and makes the next one, as when it is ticked off alone.
 * Throws Denial: not-found, forbidden, conflict (one of them was changed meanwhile).
 */
export function changeTasks(viewer: Viewer, input: ChangeTasks): Promise<void> {
  const { regionId, what } = input
  return asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      if (!canKeepTasks(viewer, regionId)) throw new Denial('forbidden')
      const ids = input.tasks.map(({ id }) => id)
      const tasks = await readThese(db, regionId, ids)
      const seen = new Map(input.tasks.map(({ id, version }) => [id, version]))
      if (tasks.some(({ id, version }) => seen.get(id) !== version)) throw new Denial('conflict')
      const batch = uuid()
      const today = dayIn(region.timeZone, new Date())
      if (what === 'copy') {
        const copies = tasks.map((task) => ({
          ...{ task, id: uuid(), madeFromId: null },
          dueOn: task.dueOn && addMonths(task.dueOn, input.months),
        }))
        await copyTasks(db, viewer, copies)
        const notes = copies.map(({ task: { step, title }, id, dueOn }) => ({
          ...{ regionId, id, step, kind: 'task.added', batch, after: { title, dueOn } },
        }))
        await noteTasks(db, viewer, notes)
        for (const { task, id, dueOn } of copies) {
          await tellAsked(db, viewer, { ...task, id, dueOn }, batch)
        }
        return
      }
      if (what === 'state' && tasks.some(({ state }) => state === 'proposed')) {
        throw new Denial('invalid', 'proposedNotDone')
      }
      const were = what === 'state' ? await readPartsWere(db, regionId, ids) : null
      const dueOn = input.dueOn && fromDay(input.dueOn)
      const doneOn = input.state === 'done' ? fromDay(today) : null
      const data = {
        dueOn: { dueOn },
        archive: { archivedAt: new Date() },
        state: { state: input.state, doneOn },
      }[what]
      await db.task.updateMany({
        where: { regionId, id: { in: ids } },
        data: { ...data, version: { increment: 1 } },
      })
      if (what === 'state') {
        await db.taskPartner.updateMany({
          where: { regionId, taskId: { in: ids } },
          data: { ...data, back: '', reason: '', proposedDueOn: null, version: { increment: 1 } },
        })
      }
      const kind = what === 'archive' ? 'task.archived' : 'task.changed'
      const notes = tasks.map((task) => {
        const { id, step, title } = task
        const parts = were?.get(id) ?? []
        const was = { ...wasOf(task), parts }
        const before = { title, state: task.state, dueOn: task.dueOn, was }
        const state = what === 'state' ? input.state : task.state
        const dueOn = what === 'dueOn' ? input.dueOn : task.dueOn
        const is: Is = {
          ...{ state, dueOn, archived: what === 'archive', version: task.version + 1 },
          parts: what === 'state' ? nextVersions(task) : {},
          ...{ ofPart: false, file: null },
        }
        const after = { title, state, dueOn, is }
        return { regionId, id, step, kind, batch, before, after }
      })
      await noteTasks(db, viewer, notes)
      if (what === 'state' && input.state === 'done') {
        for (const task of tasks.filter(({ state }) => state !== 'done')) {
          await settleDone(db, viewer, { task, today, batch })
        }
      }
    },
    { lock: regionId },
  )
}

function nextVersions({ parts }: Task): Is['parts'] {
  return Object.fromEntries(parts.map(({ partnerId, version }) => [partnerId, version + 1]))
}

/** What follows from a task being done, as when it is ticked off alone: what was shown, and the next. */
async function settleDone(
  db: Db,
  viewer: Viewer,
  { task, today, batch }: { task: Task; today: string; batch: string },
) {
  for (const { state, partnerId, note, link } of task.parts) {
    if (state !== 'done') await addShown(db, viewer, { task, note, link, partnerId, today, batch })
  }
  await makeNext(db, viewer, { task, today, batch })
}
