import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { getRegion } from '@/lib/regions/find'
import { canKeepTasks, canMove } from '@/lib/tasks/access/rules'
import { addShown } from '@/lib/tasks/evidence'
import { addFileRow } from '@/lib/tasks/files/data'
import type { TakenFile } from '@/lib/tasks/files/take'
import { noteTasks, readThis } from '@/lib/tasks/keep'
import { makeNext } from '@/lib/tasks/next'
import { tellCoordinators, tellPartners } from '@/lib/tasks/tell'
import type { Task, TaskPart } from '@/lib/tasks/read'
import { isOpenTask, type Move, movePart, type Part, wholeState } from '@/lib/tasks/rules'
import type { MoveTask } from '@/lib/tasks/schema'
import type { Is } from '@/lib/tasks/undo/schema'
import { readPartsWere, wasOf } from '@/lib/tasks/undo/was'

/**
 * Makes a move for an organisation, or with a coordinators' own task: ticks it off, accepts it,
 * hands it back, opens it again. One transaction of the part, the whole, what shows it, the next of
 * a task that comes again, and the activity. Gives whether the part is done now.
 * Throws Denial: not-found, forbidden, conflict (someone was faster, or the move makes no sense),
 * a fault of reason (handing back) or of day (later than when). A file that shows it is kept with
 * the task, and with the item it serves once the part is done.
 */
export function moveTask(
  viewer: Viewer,
  input: MoveTask,
  file: TakenFile | null = null,
): Promise<{ done: boolean }> {
  const { regionId, id, move } = input
  return asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      const task = await readThis(db, regionId, id)
      const own = await readOwnPartner(db, viewer, regionId)
      const partnerId = input.partner || null
      if (!canMove(viewer, regionId, { task, move, own }, partnerId)) throw new Denial('forbidden')
      if (task.archived || task.state === 'proposed' || task.state === 'declined') {
        throw new Denial('conflict')
      }
      refuseUnreasoned(input)
      const today = dayIn(region.timeZone, new Date())
      const act = uuid()
      const step = { db, viewer, task, input, today, act }
      const were = partnerId ? await readPartsWere(db, regionId, [id]) : null
      const { part, parts } = partnerId ? await movePartner(step, partnerId) : await moveWhole(step)
      const state = partnerId ? wholeState(task.forKind, parts) : part.state
      const dueOn = move === 'grant' ? grantedDay(task, partnerId) : undefined
      await writeWhole(db, task, { state, today, ...(dueOn && { dueOn }) })
      if (file) await addFileRow(db, viewer, { regionId, taskId: id, partnerId }, file)
      const batch = uuid()
      const evidence =
        part.state === 'done'
          ? await addShown(db, viewer, { task, ...shown(task, input), today, batch })
          : 0
      const next =
        state === 'done' && isOpenTask(task.state)
          ? await makeNext(db, viewer, { task, today, batch })
          : null
      const old = task.parts.find((one) => one.partnerId === partnerId)
      const was = {
        ...wasOf(task),
        parts: were?.get(id)?.filter((one) => one.partnerId === partnerId) ?? [],
      }
      const is: Is = {
        ...{ state, dueOn: dueOn ?? task.dueOn, archived: false },
        version: task.version + (partnerId ? 0 : 1),
        parts: partnerId ? { [partnerId]: old ? old.version + 1 : 1 } : {},
        ...{ ofPart: partnerId !== null, file: file?.id ?? null },
      }
      await noteTasks(db, viewer, [
        {
          ...{ regionId, id, step: task.step, kind: KINDS[move](part), entry: act },
          ...{ before: { title: task.title, state: old?.state ?? task.state, was } },
          batch: evidence || next ? batch : null,
          after: {
            ...{ title: task.title, state: part.state, partner: partnerId, is },
            ...(input.reason && { reason: input.reason }),
            ...(input.note && { note: input.note }),
            ...(dueOn && { dueOn }),
          },
        },
      ])
      await tellOthers(step, part, old)
      return { done: part.state === 'done' }
    },
    { lock: regionId },
  )
}

const KINDS: Record<Move, (part: Part) => string> = {
  tick: ({ state }) => (state === 'done' ? 'task.done' : 'task.submitted'),
  accept: () => 'task.done',
  again: () => 'task.handed-back',
  not_us: () => 'task.handed-back',
  later: () => 'task.handed-back',
  grant: () => 'task.reopened',
  reopen: () => 'task.reopened',
}

/** Who has the next move hears of it: coordinators of what they look at, the asked of what is missing. */
async function tellOthers({ db, viewer, task, input, act }: Step, part: Part, old?: TaskPart) {
  const facts = { title: task.title, act, ...(input.reason && { reason: input.reason }) }
  const told = { regionId: task.regionId, id: task.id, facts }
  if (part.state === 'submitted') {
    await tellCoordinators(db, viewer, { ...told, kind: 'task.submitted' })
  } else if (part.back === 'again' && old) {
    await tellPartners(db, viewer, { ...told, kind: 'task.handed-back' }, [old])
  } else if (part.state === 'handed_back') {
    await tellCoordinators(db, viewer, { ...told, kind: 'task.handed-back' })
  }
}

function refuseUnreasoned({ move, reason, day }: MoveTask) {
  if ((move === 'again' || move === 'not_us') && !reason)
    throw new Denial('invalid', 'reason:reason')
  if (move === 'later' && !day) throw new Denial('invalid', 'day:required')
}

interface Step {
  db: Db
  viewer: Viewer
  task: Task
  input: MoveTask
  today: string
  /** The entry of the activity that this is going to be. */
  act: string
}

/** Moves one organisation's part; where any may do it, a first tick-off makes the part. */
async function movePartner({ db, viewer, task, input, today }: Step, partnerId: string) {
  const { regionId, id: taskId } = task
  const known = task.parts.find((part) => part.partnerId === partnerId)
  const checks = canKeepTasks(viewer, regionId)
  const part = movePart(known ?? { state: 'open', back: '' }, input.move, {
    ...{ skipCheck: task.skipCheck, checks },
  })
  if (!part || (known?.version ?? 0) !== input.version) throw new Denial('conflict')
  const isTick = input.move === 'tick'
  const data = {
    ...part,
    reason: part.state === 'handed_back' ? input.reason : '',
    proposedDueOn: input.move === 'later' && input.day ? fromDay(input.day) : null,
    ...(isTick && { note: input.note, link: input.link, submittedById: viewer.userId }),
    ...(isTick && { submittedAt: new Date() }),
    doneOn: part.state === 'done' ? fromDay(today) : null,
  }
  if (known) {
    const { count } = await db.taskPartner.updateMany({
      where: { regionId, taskId, partnerId, version: input.version },
      data: { ...data, version: input.version + 1 },
    })
    if (count === 0) throw new Denial('conflict')
  } else {
    await db.taskPartner.createMany({ data: [{ regionId, taskId, partnerId, ...data }] })
  }
  return { part, parts: [...task.parts.filter((one) => one !== known), part] }
}

/** The same for a task of the coordinators', or one of anybody's that they tick off themselves. */
async function moveWhole({ db, viewer, task, input }: Step) {
  if (!canKeepTasks(viewer, task.regionId)) throw new Denial('forbidden')
  if (task.version !== input.version) throw new Denial('conflict')
  const isDone = task.state === 'done'
  if (task.parts.length > 0 || !['tick', 'reopen'].includes(input.move))
    throw new Denial('conflict')
  if (isDone === (input.move === 'tick')) throw new Denial('conflict')
  const part: Part = { state: isDone ? 'open' : 'done', back: '' }
  const { regionId, id } = task
  await db.task.updateMany({
    where: { regionId, id },
    data: { version: task.version + 1, word: input.note },
  })
  return { part, parts: [part] }
}

/** The later day that an organisation asked for. */
function grantedDay(task: Task, partnerId: string | null) {
  return task.parts.find((part) => part.partnerId === partnerId)?.proposedDueOn ?? undefined
}

async function writeWhole(
  db: Db,
  { regionId, id, ...task }: Task,
  { state, today, dueOn }: { state: string; today: string; dueOn?: string },
) {
  if (state === task.state && !dueOn) return
  const doneOn = state === 'done' ? fromDay(today) : null
  await db.task.updateMany({
    where: { regionId, id },
    data: { state, doneOn, ...(dueOn && { dueOn: fromDay(dueOn) }) },
  })
}

/** What is said about it: now, or when it was ticked off. */
function shown(task: Task, { move, partner, note, link }: MoveTask) {
  const part = task.parts.find(({ partnerId }) => partnerId === partner)
  if (move === 'tick') return { note, link, partnerId: partner || null }
  return { note: part?.note ?? '', link: part?.link ?? '', partnerId: partner || null }
}
