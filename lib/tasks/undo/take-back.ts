import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { canKeepTasks } from '@/lib/tasks/access/rules'
import { noteTasks, readThese } from '@/lib/tasks/keep'
import type { Task } from '@/lib/tasks/read'
import { takenBack } from '@/lib/tasks/undo/rules'
import { actSchema, type Is, type Was } from '@/lib/tasks/undo/schema'
import { type Entry, takeBackEvidence, takeBackMade } from '@/lib/tasks/undo/trail'
import { writeParts, writeWholes } from '@/lib/tasks/undo/write'

/** One act on a task, as the activity kept it, and what the task is to be again. */
interface TakenBack {
  entry: string
  task: Task
  was: Was
  is: Is
  again: Omit<Was, 'parts'>
}

/**
 * Takes back what entries of the activity had done to tasks, with all that followed from it: what
 * showed it, the next of a task that comes again, and mails that have not gone yet. Each act leaves
 * an entry of its own. Call it inside the region's lock. Throws Denial: not-found, forbidden, or
 * conflict where somebody has changed one of the tasks since.
 */
export async function takeBackTasks(
  db: Db,
  viewer: Viewer,
  { id: regionId, timeZone }: { id: string; timeZone: string },
  entries: readonly Entry[],
): Promise<void> {
  const acts = entries.filter(({ kind }) => kind.startsWith('task.') && kind !== 'task.added')
  const made = entries.filter(({ kind }) => kind === 'task.added')
  const shown = entries.filter(({ kind }) => kind === 'evidence.added')
  if (acts.length + made.length === 0) {
    // Evidence goes with the act that added it, not by itself.
    if (shown.length > 0) throw new Denial('forbidden')
    return
  }
  const today = dayIn(timeZone, new Date())
  const back = await decide(db, viewer, { regionId, today }, acts)
  await writeWholes(db, regionId, back)
  await writeParts(db, regionId, back)
  await setFilesAside(db, regionId, back)
  await takeBackMade(db, viewer, regionId, made, { all: acts.length === 0 })
  await takeBackEvidence(db, viewer, regionId, shown)
  await noteTasks(
    db,
    viewer,
    back.map(({ entry, task, is, again }) => ({
      ...{ regionId, id: task.id, step: task.step, kind: 'task.undone', undoes: entry },
      before: { title: task.title, state: is.state, dueOn: is.dueOn },
      after: { title: task.title, state: again.state, dueOn: again.dueOn },
    })),
  )
  const acted = [...acts, ...made].map(({ id }) => id)
  await db.$queryRaw`select withdraw_notices(${regionId}::uuid, ${acted}::uuid[])`
}

async function decide(
  db: Db,
  viewer: Viewer,
  { regionId, today }: { regionId: string; today: string },
  acts: readonly Entry[],
): Promise<TakenBack[]> {
  if (acts.length === 0) return []
  const keeps = canKeepTasks(viewer, regionId)
  const own = await readOwnPartner(db, viewer, regionId)
  const tasks = await readThese(db, regionId, [...new Set(acts.map(({ subject }) => subject))])
  return acts.map((act) => {
    const task = tasks.find(({ id }) => id === act.subject)
    const kept = actSchema.safeParse(act)
    if (!task || !kept.success) throw new Denial('conflict', 'changedSince')
    const { was } = kept.data.before
    const { is } = kept.data.after
    const isOwn = is.ofPart && own !== null && own.id in is.parts
    if (!keeps && !isOwn) throw new Denial('forbidden')
    const again = takenBack(task, { was, is }, today)
    if (!again) throw new Denial('conflict', 'changedSince')
    return { entry: act.id, task, was, is, again }
  })
}

/** A file that came with an act goes with it. */
async function setFilesAside(db: Db, regionId: string, back: readonly TakenBack[]) {
  const ids = back.flatMap(({ is }) => is.file ?? [])
  if (ids.length === 0) return
  await db.taskFile.updateMany({
    where: { regionId, id: { in: ids }, removedAt: null },
    data: { removedAt: new Date() },
  })
}
