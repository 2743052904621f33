import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { Denial } from '@/lib/errors'
import { findItem, findMilestone, findStep, type Guide } from '@/lib/guidebook/rules'
import { type Task, ofRegion, readTasks } from '@/lib/tasks/read'

/** What one entry of the activity says of a task. */
export interface TaskNote {
  regionId: string
  id: string
  step: string | null
  kind: string
  before?: object
  after: object
  batch?: string | null
  /** The entry's own id, where something else names it. */
  entry?: string
  /** The entry that this one takes back. */
  undoes?: string
}

/** One entry of the activity; its facts bring the task's title along. */
export function noteTasks(db: Db, { userId }: Viewer, notes: readonly TaskNote[]) {
  return db.activity.createMany({
    data: notes.map(({ regionId, id, step, kind, before, after, batch = null, entry, undoes }) => ({
      ...{ regionId, actorId: userId, kind, step, subject: id, after, batch },
      ...(before && { before }),
      ...(entry && { id: entry }),
      ...(undoes && { undoes }),
    })),
  })
}

/** Tasks by id. Throws Denial('not-found') unless each of them is there. */
export async function readThese(db: Db, regionId: string, ids: string[]): Promise<Task[]> {
  const tasks = await readTasks(db, [ofRegion(regionId), sql`t.id = any (${ids}::uuid[])`])
  if (tasks.length < new Set(ids).size) throw new Denial('not-found')
  return tasks
}

/** One of them. */
export async function readThis(db: Db, regionId: string, id: string): Promise<Task> {
  const [task] = await readThese(db, regionId, [id])
  if (!task) throw new Denial('not-found')
  return task
}

/** The step, and the item or milestone, that a word of a form names. Throws Denial where it names none. */
export function placeOf(guide: Guide, serves: string) {
  if (serves === '') return { step: null, entry: null }
  const place = findItem(guide, serves) ?? findMilestone(guide, serves)
  if (place) return { step: place.step.slug, entry: serves }
  const step = findStep(guide, serves)
  if (!step) throw new Denial('invalid', 'serves:invalid')
  return { step: step.slug, entry: null }
}
