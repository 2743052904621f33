import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canKeepTasks } from '@/lib/tasks/access/rules'
import { noteTasks, type TaskNote } from '@/lib/tasks/keep'
import { type PartsPlan, planParts } from '@/lib/tasks/parts/rules'
import { writeParts } from '@/lib/tasks/parts/write'
import type { Task } from '@/lib/tasks/read'
import { type TaskFor, type TaskState, wholeState } from '@/lib/tasks/rules'
import {
  decideTasks,
  type TaskDecision,
  type TaskSituation,
} from '@/lib/tasks/sheet/deciding/rules'
import { readTaskGround, readWanted } from '@/lib/tasks/sheet/ground'
import type { KeepTasks } from '@/lib/tasks/sheet/schema'
import { tellAllAsked } from '@/lib/tasks/tell'

/**
 * Saves what a sheet of tasks adds and changes, all or nothing: the coordinator's. Every rule is
 * asked anew, and who is asked anew is told as when a task is given by hand. Throws Denial:
 * not-found, forbidden, or conflict where anything would not be as it was shown.
 */
export function keepTasks(
  viewer: Viewer,
  { regionId, changes }: KeepTasks,
): Promise<{ slug: string; count: number }> {
  return asViewer(
    viewer,
    async (db) => {
      const { record, known } = await readTaskGround(db, viewer, { id: regionId })
      if (!canKeepTasks(viewer, regionId)) throw new Denial('forbidden')
      const { tasks, standings } = await readWanted(db, regionId, changes)
      const decisions = decideTasks({ ...known, tasks: standings }, changes)
      const isAsShown = ({ faults, changed }: TaskDecision) =>
        faults.length === 0 && changed.length > 0
      if (!decisions.every(isAsShown)) throw new Denial('conflict', 'sheetChanged')
      const rows = decisions.map((decision) => rowOf(decision, tasks, known.people))
      if (rows.length > 0) await write(db, viewer, regionId, rows)
      return { slug: record.slug, count: rows.length }
    },
    { lock: regionId },
  )
}

interface Row {
  id: string
  decision: TaskDecision
  /** The task as it was; null for a new one. */
  task: Task | null
  whom: { forKind: TaskFor; forSector: string | null; assigneeId: string | null }
  state: TaskState
  /** What becomes of who is asked; null where that stays. */
  plan: PartsPlan | null
}

function rowOf(
  decision: TaskDecision,
  tasks: ReadonlyMap<string, Task>,
  people: TaskSituation['people'],
): Row {
  const { before, after, changed } = decision
  const task = before ? (tasks.get(before.id) ?? null) : null
  const id = task?.id ?? uuid()
  const isAsking = (['forWhom', 'partners', 'person'] as const).some((key) => changed.includes(key))
  if (task && !isAsking) {
    const { forKind, forSector, assigneeId, state } = task
    return { id, decision, task, whom: { forKind, forSector, assigneeId }, state, plan: null }
  }
  const { forWhom, partners, person } = after
  const isSector = forWhom.startsWith('sector:')
  const whom = {
    forKind: isSector ? 'sector' : (forWhom as TaskFor),
    forSector: isSector ? forWhom.slice(7) : null,
    assigneeId: forWhom === 'coordinator' ? person || null : null,
  } as const
  const wanted = partners.map((partnerId) => ({
    ...{ partnerId, userId: people.get(person) === partnerId ? person : null },
  }))
  const plan = planParts(task?.parts ?? [], wanted, whom.forKind)
  const stays = (task && isSettled(task.state)) || plan.kept.length === 0
  const state = stays ? (task?.state ?? 'open') : wholeState(whom.forKind, plan.kept)
  return { id, decision, task, whom, state, plan }
}

async function write(db: Db, viewer: Viewer, regionId: string, rows: readonly Row[]) {
  const written = rows.map(({ id, decision: { after }, whom, state }) => {
    const { title, doneWhen, step, entry, link, dueOn, skipCheck, repeatMonths } = after
    return {
      id,
      title,
      doneWhen,
      step,
      entry,
      link,
      dueOn,
      skipCheck,
      repeatMonths,
      ...whom,
      state,
    }
  })
  // What is there already stays itself: only what the sheet says is rewritten.
  await db.$executeRaw`
    insert into tasks (region_id, id, title, done_when, step, entry, link, due_on, skip_check,
      repeat_months, for_kind, for_sector, assignee_id, state, created_by_id)
    select ${regionId}::uuid, r.id, r.title, r."doneWhen", nullif(r.step, ''), nullif(r.entry, ''),
      r.link, r."dueOn", r."skipCheck", r."repeatMonths", r."forKind", r."forSector",
      r."assigneeId", r.state, ${viewer.userId}::uuid
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) r (id uuid, title text,
      "doneWhen" text, step text, entry text, link text, "dueOn" date, "skipCheck" boolean,
      "repeatMonths" int, "forKind" text, "forSector" text, "assigneeId" uuid, state text)
    on conflict (region_id, id) do update set title = excluded.title,
      done_when = excluded.done_when, step = excluded.step, entry = excluded.entry,
      link = excluded.link, due_on = excluded.due_on, skip_check = excluded.skip_check,
      repeat_months = excluded.repeat_months, for_kind = excluded.for_kind,
      for_sector = excluded.for_sector, assignee_id = excluded.assignee_id,
      state = excluded.state, version = tasks.version + 1`
  const plans = rows.flatMap(({ id: taskId, plan }) => (plan ? [{ taskId, ...plan }] : []))
  await writeParts(db, regionId, plans)
  const batch = uuid()
  await noteTasks(
    db,
    viewer,
    rows.map((row) => ({ ...noteOf(row), regionId, batch })),
  )
  const told = rows.filter(({ state, task }) => !(isSettled(state) || task?.archived))
  await tellAllAsked(
    db,
    viewer,
    told.map(({ id, decision: { after }, whom, task, plan }) => ({
      ...{ regionId, id, title: after.title, dueOn: after.dueOn, forKind: whom.forKind },
      assigneeId: whom.assigneeId === task?.assigneeId ? null : whom.assigneeId,
      parts: plan?.fresh ?? [],
    })),
  )
}

function isSettled(state: TaskState): boolean {
  return state === 'proposed' || state === 'declined'
}

function noteOf({ id, decision, task, plan }: Row): Omit<TaskNote, 'regionId'> {
  const { title, doneWhen, dueOn, step } = decision.after
  const about = { id, step: step || null }
  const partners = plan?.kept.length ?? task?.parts.length ?? 0
  if (!task) return { ...about, kind: 'task.added', after: { title, dueOn, partners } }
  const before = {
    ...{ title: task.title, doneWhen: task.doneWhen, dueOn: task.dueOn },
    partners: task.parts.length,
  }
  return { ...about, kind: 'task.changed', before, after: { title, doneWhen, dueOn, partners } }
}
