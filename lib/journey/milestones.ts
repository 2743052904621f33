import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { findMilestone } from '@/lib/guidebook/rules'
import { canPlan, canTick, ownerChange, ownerOf } from '@/lib/journey/access/rules'
import { checkOwner } from '@/lib/journey/check-owner'
import { emptyMilestone, writeEntries } from '@/lib/journey/entries'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { getRegionGuide, readRecord, type MilestoneRow } from '@/lib/journey/record'
import type { MarkMilestone } from '@/lib/journey/schema'
import { settle, type Settled } from '@/lib/journey/settle'

/**
 * Plans a milestone, marks it reached on a day, or takes that back; its owner is the coordinator's
 * to set. What is not given stays.
 * Throws Denial: not-found, forbidden, conflict, or a fault of reachedOn (a day to come) or owner.
 */
export function markMilestone(viewer: Viewer, input: MarkMilestone): Promise<Settled> {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: input.regionId })
      const found = findMilestone(await getRegionGuide(db, record, 'en'), input.milestone)
      if (!found) throw new Denial('not-found')
      const row = record.milestones.find(({ milestone }) => milestone === input.milestone) ?? null
      const own = await readOwnPartner(db, viewer, record.id)
      if (!canTick(viewer, record.id, ownerOf(row, 'coordinator'), own)) {
        throw new Denial('forbidden')
      }
      if (input.owner) {
        if (!canPlan(viewer, record.id)) throw new Denial('forbidden')
        await checkOwner(db, record.id, input.owner)
      }
      const after = changeMilestone(
        row ?? emptyMilestone(input.milestone, found.step.slug),
        input,
        record,
      )
      const change = { before: row, after, seen: input.version }
      await writeEntries(db, viewer, record.id, { milestones: [change] })
      const milestones = [...record.milestones.filter((other) => other !== row), after]
      return settle(db, { ...record, milestones }, { actorId: viewer.userId, before: record })
    },
    { lock: input.regionId },
  )
}

/**
 * What becomes of a milestone today. Throws Denial for a day of reaching it that is still to come.
 */
export function changeMilestone(
  row: MilestoneRow,
  input: Omit<MarkMilestone, 'regionId' | 'milestone' | 'version'>,
  { timeZone }: { timeZone: string },
): MilestoneRow {
  const now = new Date()
  const today = dayIn(timeZone, now)
  const reachedOn = input.state === 'reached' ? (input.reachedOn ?? row.reachedOn ?? today) : null
  if (reachedOn && reachedOn > today) throw new Denial('invalid', 'reachedOn:future')
  return {
    ...row,
    ...(input.owner && ownerChange(input.owner, row, 'coordinator')),
    state: input.state,
    reachedOn,
    plannedOn: input.plannedOn === undefined ? row.plannedOn : input.plannedOn,
    note: input.note ?? row.note,
    updatedAt: now.toISOString(),
  }
}
