import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { findMilestone } from '@/lib/guidebook/rules'
import { canTick, ownerOf } from '@/lib/journey/access/rules'
import { milestoneConflict } from '@/lib/journey/conflicts'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { getRegionGuide, readRecord, type MilestoneRow } from '@/lib/journey/record'
import type { MarkMilestone } from '@/lib/journey/schema'
import { settle, type Settled } from '@/lib/journey/settle'

/**
 * Plans a milestone, marks it reached on a day, or takes that back. What is not given stays.
 * Throws Denial: not-found, forbidden, conflict, or a fault of reachedOn (a day to come).
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
      const after = decide(row ?? emptyMilestone(input.milestone, found.step.slug), input, record)
      await writeMilestone(db, viewer, record.id, after, input.version)
      await db.activity.create({
        data: {
          regionId: record.id,
          actorId: viewer.userId,
          kind: 'milestone.changed',
          step: after.step,
          subject: after.milestone,
          ...(row && { before: asFacts(row) }),
          after: asFacts(after),
        },
      })
      const milestones = [...record.milestones.filter((other) => other !== row), after]
      return settle(db, { ...record, milestones }, { actorId: viewer.userId, before: record })
    },
    { lock: input.regionId },
  )
}

function decide(row: MilestoneRow, input: MarkMilestone, { timeZone }: { timeZone: string }) {
  const now = new Date()
  const today = dayIn(timeZone, now)
  const reachedOn = input.state === 'reached' ? (input.reachedOn ?? row.reachedOn ?? today) : null
  if (reachedOn && reachedOn > today) throw new Denial('invalid', 'reachedOn:future')
  return {
    ...row,
    state: input.state,
    reachedOn,
    plannedOn: input.plannedOn === undefined ? row.plannedOn : input.plannedOn,
    note: input.note ?? row.note,
    updatedAt: now.toISOString(),
  }
}

function emptyMilestone(milestone: string, step: string): MilestoneRow {
  return {
    milestone,
    step,
    state: 'planned',
    plannedOn: null,
    reachedOn: null,
    note: '',
    ownerKind: null,
    ownerSector: null,
    ownerPartner: null,
    updatedAt: '',
    version: 0,
  }
}

async function writeMilestone(
  db: Db,
  viewer: Viewer,
  regionId: string,
  row: MilestoneRow,
  seen: number,
) {
  const { milestone, step, state, note, ownerKind, ownerSector, ownerPartner } = row
  const data = {
    ...{ milestone, step, state, note, ownerKind, ownerSector, ownerPartner },
    plannedOn: fromDay(row.plannedOn),
    reachedOn: fromDay(row.reachedOn),
    updatedById: viewer.userId,
    updatedAt: new Date(row.updatedAt),
    version: seen + 1,
  }
  const written =
    seen === 0
      ? await db.milestone.createMany({ data: [{ regionId, ...data }], skipDuplicates: true })
      : await db.milestone.updateMany({ where: { regionId, milestone, version: seen }, data })
  if (written.count === 0) throw await milestoneConflict(db, regionId, row)
}

function asFacts({ state, plannedOn, reachedOn, note }: MilestoneRow) {
  return { state, plannedOn, reachedOn, note }
}
