import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canPlan, ownerColumns, readOwner } from '@/lib/journey/access/rules'
import {
  type Change,
  emptyMilestone,
  emptyTick,
  replaceRows,
  writeEntries,
} from '@/lib/journey/entries'
import { ownId } from '@/lib/journey/own/rules'
import { type OwnChange, writeOwn } from '@/lib/journey/own/write'
import type { MilestoneRow, RegionRecord, TickRow } from '@/lib/journey/record'
import { type Decision, decide } from '@/lib/journey/sheet/deciding/rules'
import type { KeepSheet } from '@/lib/journey/sheet/schema'
import { readGround } from '@/lib/journey/sheet/situation'
import { settle, type Settled } from '@/lib/journey/settle'

/**
 * Saves what a sheet changes, all or nothing: the coordinator's. Every rule is asked anew. Gives
 * the batch, by which all of it can be taken back, besides what it led to.
 * Throws Denial: not-found, forbidden, or conflict where anything would not be as it was shown.
 */
export function keepSheet(
  viewer: Viewer,
  { regionId, changes }: KeepSheet,
): Promise<Settled & { batch: string; count: number; slug: string }> {
  return asViewer(
    viewer,
    async (db) => {
      const { record, situation } = await readGround(db, viewer, { id: regionId }, 'en')
      if (!canPlan(viewer, record.id)) throw new Denial('forbidden')
      const decisions = decide(situation, changes).map(withId)
      const isAsShown = ({ faults, changed }: Decision) => faults.length === 0 && changed.length > 0
      if (!decisions.every(isAsShown)) throw new Denial('conflict', 'sheetChanged')
      const batch = uuid()
      await writeOwn(db, viewer, record.id, listOwn(record, decisions), batch)
      const ticks = decisions.flatMap((decision) => changeTick(record, decision))
      const milestones = decisions.flatMap((decision) => changeMilestone(record, decision))
      await writeEntries(db, viewer, record.id, { ticks, milestones }, batch)
      const after = replaceRows(record, ticks, milestones)
      const settled = await settle(db, after, { actorId: viewer.userId, before: record, batch })
      return { ...settled, batch, count: decisions.length, slug: record.slug }
    },
    { lock: regionId },
  )
}

/** New entries are named here, never by who sends them. */
function withId(decision: Decision): Decision {
  const { before, after } = decision
  if (before || after.kind === 'upkeep') return decision
  return { ...decision, after: { ...after, id: ownId(after.step, after.kind, uuid()) } }
}

function listOwn(record: RegionRecord, decisions: Decision[]): OwnChange[] {
  const places = new Map<string, number>()
  return decisions.flatMap(({ before: standing, after, changed }): OwnChange[] => {
    const { id, step, title, doneWhen } = after
    const kind = after.kind === 'milestone' ? 'milestone' : 'item'
    const before = record.own.find((own) => own.id === id) ?? null
    if (before && (changed.includes('title') || changed.includes('doneWhen'))) {
      return [{ kind: 'own.changed', before, after: { ...before, title, doneWhen } }]
    }
    if (standing) return []
    const others = record.own.filter((own) => own.step === step && own.kind === kind)
    const list = `${step} ${kind}`
    const last = places.get(list) ?? Math.max(0, ...others.map((own) => own.position))
    places.set(list, last + 1)
    const row = { id, step, kind, title, doneWhen, position: last + 1 } as const
    return [{ kind: 'own.added', before: null, after: { ...row, archived: false, version: 1 } }]
  })
}

/** True where more changes than an own entry's words. */
function isRecorded({ changed }: Decision): boolean {
  return changed.some((key) => key !== 'title' && key !== 'doneWhen')
}

function ownerOfChange({ after, changed }: Decision) {
  // A default stays one until somebody chooses.
  return changed.includes('owner') ? ownerColumns(readOwner(after.owner)) : {}
}

function changeTick(record: RegionRecord, decision: Decision): Change<TickRow>[] {
  const { id, kind, step, state, since, reason, day, note } = decision.after
  if (kind === 'milestone' || state === 'planned' || state === 'reached') return []
  if (!isRecorded(decision)) return []
  const before = record.ticks.find(({ item }) => item === id) ?? null
  const after = {
    ...{ ...(before ?? emptyTick(id, step)), ...ownerOfChange(decision) },
    ...{ state, doneOn: since, reason, dueOn: day, note, updatedAt: new Date().toISOString() },
  }
  return [{ before, after, seen: before?.version ?? 0 }]
}

function changeMilestone(record: RegionRecord, decision: Decision): Change<MilestoneRow>[] {
  const { id, step, state, since, day, note } = decision.after
  if ((state !== 'planned' && state !== 'reached') || !isRecorded(decision)) return []
  const before = record.milestones.find(({ milestone }) => milestone === id) ?? null
  const after = {
    ...{ ...(before ?? emptyMilestone(id, step)), ...ownerOfChange(decision) },
    ...{ state, reachedOn: since, plannedOn: day, note, updatedAt: new Date().toISOString() },
  }
  return [{ before, after, seen: before?.version ?? 0 }]
}
