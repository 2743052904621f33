import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { Denial } from '@/lib/errors'
import { getRegionGuide, readRecord } from '@/lib/journey/record'
import { canKeepTasks } from '@/lib/tasks/access/rules'
import { noteTasks, placeOf, readThis } from '@/lib/tasks/keep'
import type { Task } from '@/lib/tasks/read'
import { planParts } from '@/lib/tasks/parts/rules'
import { writeParts } from '@/lib/tasks/parts/write'
import { wholeState } from '@/lib/tasks/rules'
import type { AddTask, ChangeTask, DeclineTask, MarkTask, ProposeTask } from '@/lib/tasks/schema'
import { findAsked } from '@/lib/tasks/asked'
import { giveTask, putForward } from '@/lib/tasks/give'
import { tellAsked, tellPartners } from '@/lib/tasks/tell'
import type { Is } from '@/lib/tasks/undo/schema'
import { wasOf } from '@/lib/tasks/undo/was'
import { getRegion } from '@/lib/regions/find'

/** Gives a task. Throws Denial: not-found, forbidden, faults of serves, partners, person. */
export function addTask(viewer: Viewer, { regionId, ...input }: AddTask) {
  return asViewer(viewer, async (db) => {
    const record = await readRecord(db, viewer, { id: regionId })
    if (!canKeepTasks(viewer, regionId)) throw new Denial('forbidden')
    return { id: await giveTask(db, viewer, record, input), slug: record.slug }
  })
}

/**
 * Proposes a task in the name of the viewer's organisation. Throws Denial: not-found, forbidden,
 * a fault of serves.
 */
export function proposeTask(viewer: Viewer, { regionId, ...input }: ProposeTask) {
  return asViewer(viewer, async (db) => {
    const record = await readRecord(db, viewer, { id: regionId })
    return { id: await putForward(db, viewer, record, input), slug: record.slug }
  })
}

/** Changes what a task says and who is asked. Throws the Denials of addTask, also conflict. */
export function changeTask(viewer: Viewer, { regionId, id, version, ...input }: ChangeTask) {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: regionId })
      const task = await readThis(db, regionId, id)
      if (!canKeepTasks(viewer, regionId)) throw new Denial('forbidden')
      const place = placeOf(await getRegionGuide(db, record, 'en'), input.serves)
      const { parts, ...whom } = await findAsked(db, regionId, input)
      const plan = planParts(task.parts, parts, whom.forKind)
      const { kept } = plan
      await writeParts(db, regionId, [{ taskId: id, ...plan }])
      const { title, doneWhen, link, skipCheck, repeatMonths } = input
      const content = { title, doneWhen, link, skipCheck, repeatMonths }
      const isSettled = task.state === 'proposed' || task.state === 'declined'
      const state = isSettled || kept.length === 0 ? task.state : wholeState(whom.forKind, kept)
      const dueOn = input.dueOn && fromDay(input.dueOn)
      await write(db, { regionId, id, version }, { ...content, ...place, ...whom, state, dueOn })
      const was = factsOf(task)
      const is = factsOf({ ...task, ...content, dueOn: input.dueOn })
      const after = { ...is, partners: kept.length }
      const before = { ...was, partners: task.parts.length }
      await noteTasks(db, viewer, [
        { regionId, id, step: place.step, kind: 'task.changed', before, after },
      ])
      if (isSettled || task.archived) return
      const { forKind } = whom
      const assigneeId = whom.assigneeId === task.assigneeId ? null : whom.assigneeId
      const { dueOn: day } = input
      const told = { regionId, id, title, dueOn: day, forKind, assigneeId }
      await tellAsked(db, viewer, { ...told, parts: plan.fresh })
    },
    { lock: regionId },
  )
}

/** Sets a task aside; nothing is lost. Throws Denial: not-found, forbidden, conflict. */
export function archiveTask(viewer: Viewer, input: MarkTask) {
  return mark(viewer, input, 'task.archived', () => ({ archivedAt: new Date() }))
}

/** Brings it back. */
export function restoreTask(viewer: Viewer, input: MarkTask) {
  return mark(viewer, input, 'task.restored', () => ({ archivedAt: null }))
}

/** Takes a partner's proposal on: it is a task of that organisation's from now on. */
export function takeProposal(viewer: Viewer, input: MarkTask) {
  return mark(viewer, input, 'task.accepted', ({ state }) => {
    if (state !== 'proposed') throw new Denial('conflict')
    return { state: 'open', word: '' }
  })
}

/** Declines a partner's proposal with a word. */
export function declineProposal(viewer: Viewer, { reason, ...input }: DeclineTask) {
  return mark(viewer, input, 'task.declined', ({ state }) => {
    if (state !== 'proposed') throw new Denial('conflict')
    return { state: 'declined', word: reason }
  })
}

function mark(
  viewer: Viewer,
  { regionId, id, version }: MarkTask,
  kind: string,
  decide: (task: Task) => { state?: string; word?: string; archivedAt?: Date | null },
) {
  return asViewer(
    viewer,
    async (db) => {
      await getRegion(db, viewer, { id: regionId })
      const task = await readThis(db, regionId, id)
      if (!canKeepTasks(viewer, regionId)) throw new Denial('forbidden')
      const data = decide(task)
      await write(db, { regionId, id, version }, data)
      const { title, step, state, dueOn } = task
      const entry = uuid()
      const reason = data.word && { reason: data.word }
      if (kind === 'task.accepted' || kind === 'task.declined') {
        const facts = { ...said(title, dueOn), act: entry, ...reason }
        await tellPartners(db, viewer, { regionId, id, kind, facts }, task.parts)
      }
      const is: Is = {
        ...{ state: data.state ?? state, dueOn, version: version + 1, parts: {}, ofPart: false },
        archived: data.archivedAt === undefined ? task.archived : data.archivedAt !== null,
        file: null,
      }
      const before = { title, state, was: wasOf(task) }
      const after = { title, state: is.state, ...reason, is }
      await noteTasks(db, viewer, [{ regionId, id, step, kind, before, after, entry }])
    },
    { lock: regionId },
  )
}

/** What a mail repeats of a task. */
function said(title: string, dueOn: string | null): Record<string, string> {
  return { title, ...(dueOn && { dueOn }) }
}

/** Writes only over the version the person saw. */
async function write(db: Db, { regionId, id, version }: MarkTask, data: object) {
  const { count } = await db.task.updateMany({
    where: { regionId, id, version },
    data: { ...data, version: version + 1 },
  })
  if (count === 0) throw new Denial('conflict')
}

function factsOf({ title, doneWhen, dueOn }: Pick<Task, 'title' | 'doneWhen' | 'dueOn'>) {
  return { title, doneWhen, dueOn }
}
