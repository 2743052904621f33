import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import {
  type Change,
  emptyMilestone,
  emptyTick,
  milestoneFacts,
  replaceRows,
  tickFacts,
  writeEntries,
} from '@/lib/journey/entries'
import { setOwnAside } from '@/lib/journey/own/data'
import { type OwnChange, writeOwn } from '@/lib/journey/own/write'
import {
  type MilestoneRow,
  readRecord,
  type RegionRecord,
  type TickRow,
} from '@/lib/journey/record'
import type { UndoEntry } from '@/lib/journey/schema'
import { settle, type Settled } from '@/lib/journey/settle'
import { canUndo, isStill } from '@/lib/journey/undo/rules'
import { takeBackTasks } from '@/lib/tasks/undo/take-back'

interface Entry {
  id: string
  kind: string
  step: string
  subject: string
  at: Date
  before: object
  after: object
  mine: boolean
  undone: boolean
  batch: string | null
}

/**
 * Takes back what the viewer did in the last ten minutes: one entry of the activity, or all of one
 * batch, as a change of its own. Throws Denial: not-found, forbidden (not one's own, too late), or
 * conflict where something was changed since.
 */
export function undoEntry(viewer: Viewer, { regionId, entry }: UndoEntry): Promise<Settled> {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: regionId })
      const entries = await readEntries(db, viewer, regionId, entry)
      if (entries.length === 0) throw new Denial('not-found')
      if (entries.some(({ mine }) => !mine)) throw new Denial('forbidden')
      if (entries.some(({ undone }) => undone)) throw new Denial('conflict', 'undone')
      const now = new Date()
      if (!entries.every((one) => canUndo(one, now))) throw new Denial('forbidden', 'undoTooLate')
      const ticks = entries.flatMap((one) => takeBackTick(record, one, now))
      const milestones = entries.flatMap((one) => takeBackMilestone(record, one, now))
      const batch = entries.length > 1 ? entry : null
      await writeEntries(db, viewer, regionId, { ticks, milestones }, batch)
      const own = entries.flatMap((one) => takeBackOwn(record, one))
      await writeOwn(db, viewer, regionId, own, batch)
      for (const { subject } of entries.filter(({ kind }) => kind === 'own.archived')) {
        const own = record.own.find(({ id }) => id === subject)
        if (!own?.archived) throw new Denial('conflict', 'changedSince')
        await setOwnAside(db, viewer, record, own, { aside: false, undoes: entry })
      }
      await takeBackTasks(db, viewer, record, entries)
      const after = replaceRows(record, ticks, milestones)
      return settle(db, after, { actorId: viewer.userId, before: record, batch })
    },
    { lock: regionId },
  )
}

function takeBackTick(record: RegionRecord, entry: Entry, now: Date): Change<TickRow>[] {
  if (entry.kind !== 'tick.changed') return []
  const before = record.ticks.find(({ item }) => item === entry.subject) ?? null
  const row = before ?? emptyTick(entry.subject, entry.step)
  if (!isStill(tickFacts(row), entry.after)) throw new Denial('conflict', 'changedSince')
  const after = { ...row, ...(entry.before as Partial<TickRow>), updatedAt: now.toISOString() }
  return [{ before, after, seen: row.version, undoes: entry.id }]
}

function takeBackMilestone(record: RegionRecord, entry: Entry, now: Date): Change<MilestoneRow>[] {
  if (entry.kind !== 'milestone.changed') return []
  const before = record.milestones.find(({ milestone }) => milestone === entry.subject) ?? null
  const row = before ?? emptyMilestone(entry.subject, entry.step)
  if (!isStill(milestoneFacts(row), entry.after)) throw new Denial('conflict', 'changedSince')
  const after = { ...row, ...(entry.before as Partial<MilestoneRow>), updatedAt: now.toISOString() }
  return [{ before, after, seen: row.version, undoes: entry.id }]
}

/** What was added is set aside, and stays readable; what was reworded gets its words back. */
function takeBackOwn(record: RegionRecord, { id, kind, ...entry }: Entry): OwnChange[] {
  if (kind !== 'own.added' && kind !== 'own.changed') return []
  const before = record.own.find((own) => own.id === entry.subject)
  const isSame = before && !before.archived && isStill({ ...before }, entry.after)
  if (!isSame) throw new Denial('conflict', 'changedSince')
  if (kind === 'own.added') {
    return [{ kind: 'own.archived', before, after: { ...before, archived: true }, undoes: id }]
  }
  return [{ kind, before, after: { ...before, ...entry.before }, undoes: id }]
}

/** An entry, or those of a batch, without what the rules noted by themselves. */
function readEntries(db: Db, { userId }: Viewer, regionId: string, id: string) {
  return db.$queryRaw<Entry[]>`
    select a.id, a.kind, a.step, a.subject, a.at, a.before, a.after, a.batch,
      a.actor_id is not distinct from ${userId}::uuid mine,
      exists (select from activities u where u.region_id = a.region_id and u.undoes = a.id) undone
    from activities a
    where a.region_id = ${regionId}::uuid and (a.id = ${id}::uuid or a.batch = ${id}::uuid)
      and a.kind not in ('step.changed', 'step.reopened')`
}
