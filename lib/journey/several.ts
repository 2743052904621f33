import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { findItem, findMilestone, type Guide, isUpkeep } from '@/lib/guidebook/rules'
import { canPlan, ownerColumns } from '@/lib/journey/access/rules'
import { checkOwner } from '@/lib/journey/check-owner'
import {
  type Change,
  emptyMilestone,
  emptyTick,
  replaceRows,
  writeEntries,
} from '@/lib/journey/entries'
import { changeMilestone } from '@/lib/journey/milestones'
import {
  getRegionGuide,
  type MilestoneRow,
  readRecord,
  type RegionRecord,
  type TickRow,
} from '@/lib/journey/record'
import type { ChangeSeveral } from '@/lib/journey/schema'
import { settle, type Settled } from '@/lib/journey/settle'
import { changeState } from '@/lib/journey/ticks'

/**
 * Sets owner, day or state of several items and milestones at once, all or nothing: the
 * coordinator's. Gives the batch, by which it can be taken back, besides what it led to.
 * Throws Denial: not-found, forbidden, conflict, or a fault of the field concerned.
 */
export function changeSeveral(
  viewer: Viewer,
  input: ChangeSeveral,
): Promise<Settled & { batch: string; count: number }> {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: input.regionId })
      if (!canPlan(viewer, record.id)) throw new Denial('forbidden')
      if (input.what === 'owner') {
        if (!input.owner) throw new Denial('invalid', 'owner:required')
        await checkOwner(db, record.id, input.owner)
      }
      const guide = await getRegionGuide(db, record, 'en')
      const ticks: Change<TickRow>[] = []
      const milestones: Change<MilestoneRow>[] = []
      for (const { id, version: seen } of input.entries) {
        // What each change decides sees those before it: two of a step may not apply, not three.
        const soFar = replaceRows(record, ticks, milestones)
        const item = findItem(guide, id)
        if (item) {
          const before = record.ticks.find((row) => row.item === id) ?? null
          const row = before ?? emptyTick(id, item.step.slug)
          const after = {
            ...row,
            ...changeTick(viewer, soFar, guide, row, input),
            updatedAt: now(),
          }
          ticks.push({ before, after, seen })
          continue
        }
        const milestone = findMilestone(guide, id)
        if (!milestone) throw new Denial('not-found')
        const before = record.milestones.find((row) => row.milestone === id) ?? null
        const row = before ?? emptyMilestone(id, milestone.step.slug)
        milestones.push({ before, after: changeOne(row, input, record), seen })
      }
      const batch = uuid()
      await writeEntries(db, viewer, record.id, { ticks, milestones }, batch)
      const after = replaceRows(record, ticks, milestones)
      const settled = await settle(db, after, { actorId: viewer.userId, before: record, batch })
      return { ...settled, batch, count: input.entries.length }
    },
    { lock: input.regionId },
  )
}

function changeTick(
  viewer: Viewer,
  record: RegionRecord,
  guide: Guide,
  row: TickRow,
  { what, owner, dueOn, state }: ChangeSeveral,
): Partial<TickRow> {
  if (what === 'owner' && owner) return ownerColumns(owner)
  if (what === 'dueOn') return { dueOn: dueOn ?? null }
  if (!state) throw new Denial('invalid', 'state:required')
  const found = findItem(guide, row.item)
  if (!found) throw new Denial('not-found')
  // What is done keeps its day, except upkeep, which is done again and again.
  if (row.state === state && !isUpkeep(found.step, row.item)) return {}
  return changeState(viewer, record, found, row.version === 0 ? null : row, { state, reason: '' })
}

function changeOne(
  row: MilestoneRow,
  { what, owner, dueOn, state }: ChangeSeveral,
  region: RegionRecord,
): MilestoneRow {
  const same = { state: row.state }
  if (what === 'owner' && owner) return changeMilestone(row, { ...same, owner }, region)
  if (what === 'dueOn') return changeMilestone(row, { ...same, plannedOn: dueOn ?? null }, region)
  if (!state) throw new Denial('invalid', 'state:required')
  if (state === 'started') throw new Denial('invalid', 'state:notForMilestones')
  return changeMilestone(row, { state: state === 'done' ? 'reached' : 'planned' }, region)
}

function now(): string {
  return new Date().toISOString()
}
