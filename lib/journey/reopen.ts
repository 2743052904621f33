import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { findStep, type GuideStep } from '@/lib/guidebook/rules'
import { canPlan } from '@/lib/journey/access/rules'
import { deriveStep } from '@/lib/journey/derived/rules'
import { type Change, replaceRows, writeEntries } from '@/lib/journey/entries'
import { isReached } from '@/lib/journey/rules'
import {
  getRegionGuide,
  type MilestoneRow,
  readRecord,
  type RegionRecord,
  type TickRow,
} from '@/lib/journey/record'
import type { ReopenStep } from '@/lib/journey/schema'
import { settle, type Settled } from '@/lib/journey/settle'

/**
 * Reopens a reached step for a reason, by opening again some of what is done in it; what was
 * reached stays readable in the entry 'step.reopened'.
 * Throws Denial: not-found, forbidden, conflict, or a fault of entries (the step would stay reached).
 */
export function reopenStep(viewer: Viewer, input: ReopenStep): Promise<Settled> {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: input.regionId })
      if (!canPlan(viewer, record.id)) throw new Denial('forbidden')
      const step = findStep(await getRegionGuide(db, record, 'en'), input.step)
      if (!step) throw new Denial('not-found')
      const today = dayIn(record.timeZone, new Date())
      const before = deriveStep(step, record.ticks, record.milestones, [], today, null)
      if (!isReached(before.state)) throw new Denial('conflict', 'notReached')
      const { ticks, milestones } = openAgain(record, step, input, today)
      const after = replaceRows(record, ticks, milestones)
      const then = deriveStep(step, after.ticks, after.milestones, [], today, null)
      if (isReached(then.state)) throw new Denial('invalid', 'entries:stillReached')
      const batch = uuid()
      await writeEntries(db, viewer, record.id, { ticks, milestones }, batch)
      const { state, reachedSince, confirmedSince, progress } = before
      const result = { state, reachedSince, confirmedSince, progress }
      await noteReopened(db, viewer, record.id, step.slug, { result, reason: input.reason, batch })
      return settle(db, after, { actorId: viewer.userId, before: record, batch })
    },
    { lock: input.regionId },
  )
}

/** Days that are past stay in the history only: nothing is overdue by being opened again. */
function openAgain(record: RegionRecord, step: GuideStep, { entries }: ReopenStep, today: string) {
  const ahead = (day: string | null) => (day !== null && day < today ? null : day)
  const updatedAt = new Date().toISOString()
  const ticks: Change<TickRow>[] = []
  const milestones: Change<MilestoneRow>[] = []
  for (const { id, version: seen } of entries) {
    const tick = record.ticks.find(({ item }) => item === id && item !== step.upkeep.id)
    const milestone = record.milestones.find((row) => row.milestone === id)
    if (tick?.step === step.slug && tick.state === 'done') {
      const after = { ...tick, state: 'open' as const, doneOn: null, updatedAt }
      ticks.push({ before: tick, after: { ...after, dueOn: ahead(tick.dueOn) }, seen })
    } else if (milestone?.step === step.slug && milestone.state === 'reached') {
      const after = { ...milestone, state: 'planned' as const, reachedOn: null, updatedAt }
      const plannedOn = ahead(milestone.plannedOn)
      milestones.push({ before: milestone, after: { ...after, plannedOn }, seen })
    } else throw new Denial('invalid', 'entries:invalid')
  }
  return { ticks, milestones }
}

async function noteReopened(
  db: Db,
  { userId: actorId }: Viewer,
  regionId: string,
  step: string,
  { result, reason, batch }: { result: object; reason: string; batch: string },
) {
  const place = { regionId, actorId, kind: 'step.reopened', step, subject: step, batch }
  await db.activity.create({ data: { ...place, before: result, after: { reason } } })
}
