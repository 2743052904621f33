import { v7 as uuid } from 'uuid'
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

/**
 * One entry of the activity each, in one statement; its facts bring the task's title along. A sheet
 * writes thousands of them, which as parameters of their own would take longer than all else.
 */
export async function noteTasks(
  db: Db,
  { userId }: Viewer,
  notes: readonly TaskNote[],
): Promise<void> {
  const rows = JSON.stringify(notes.map((note) => ({ entry: uuid(), ...note })))
  await db.$executeRaw`
    insert into activities (region_id, id, actor_id, kind, step, subject, before, after, batch,
      undoes)
    select r."regionId", r.entry, ${userId}::uuid, r.kind, r.step, r.id, r.before, r.after, r.batch,
      r.undoes
    from jsonb_to_recordset(${rows}::jsonb) r ("regionId" uuid, entry uuid, kind text, step text,
      id text, before jsonb, after jsonb, batch uuid, undoes uuid)`
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
