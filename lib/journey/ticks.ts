import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { findItem, isUpkeep, type GuideItem, type GuideStep } from '@/lib/guidebook/rules'
import { canPlan, canTick, ownerColumns, ownerOf } from '@/lib/journey/access/rules'
import { tickConflict } from '@/lib/journey/conflicts'
import { MAX_NOT_APPLICABLE } from '@/lib/journey/facts/rules'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { getRegionGuide, readRecord, type RegionRecord, type TickRow } from '@/lib/journey/record'
import type { PlanItem, TickItem } from '@/lib/journey/schema'
import { settle, type Settled } from '@/lib/journey/settle'

/**
 * Sets the state of a checklist or upkeep item: one transaction of tick, activity and summary.
 * Throws Denial: not-found, forbidden, conflict (someone was faster), reason or limit faults.
 */
export function tickItem(viewer: Viewer, input: TickItem): Promise<Settled> {
  return changeTick(viewer, input, async ({ db, record, found, tick }) => {
    const owner = ownerOf(tick, found.item.defaultOwner)
    const own = await readOwnPartner(db, viewer, record.id)
    if (!canTick(viewer, record.id, owner, own)) throw new Denial('forbidden')
    if (input.state === 'not_applicable') {
      if (!canPlan(viewer, record.id)) throw new Denial('forbidden')
      checkNotApplicable(record, found, input.reason)
    }
    if (tick?.state === 'waived') throw new Denial('forbidden', 'waived')
    // What the coordinator left out is theirs to take in again.
    if (tick?.state === 'not_applicable' && !canPlan(viewer, record.id)) {
      throw new Denial('forbidden', 'leftOut')
    }
    const settledState = input.state === 'done' || input.state === 'not_applicable'
    return {
      state: input.state,
      doneOn: settledState ? dayIn(record.timeZone, new Date()) : null,
      reason: input.state === 'not_applicable' ? input.reason : '',
    }
  })
}

/** Sets owner, due date and note of an item: the coordinator's. Throws the Denials of tickItem. */
export function planItem(viewer: Viewer, input: PlanItem): Promise<Settled> {
  return changeTick(viewer, input, async ({ db, record }) => {
    if (!canPlan(viewer, record.id)) throw new Denial('forbidden')
    if (input.owner.kind === 'partner') {
      const { partnerId } = input.owner
      const where = { regionId_id: { regionId: record.id, id: partnerId } }
      if (!(await db.partner.findUnique({ where }))) throw new Denial('invalid', 'owner:invalid')
    }
    return { ...ownerColumns(input.owner), dueOn: input.dueOn, note: input.note }
  })
}

interface Found {
  step: GuideStep
  item: GuideItem
}

interface Change {
  db: Db
  record: RegionRecord
  found: Found
  tick: TickRow | null
}

async function changeTick(
  viewer: Viewer,
  input: { regionId: string; item: string; version: number },
  decide: (change: Change) => Promise<Partial<TickRow>>,
): Promise<Settled> {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: input.regionId })
      const found = findItem(await getRegionGuide(db, record, 'en'), input.item)
      if (!found) throw new Denial('not-found')
      const tick = record.ticks.find((row) => row.item === input.item) ?? null
      const changes = await decide({ db, record, found, tick })
      const after: TickRow = {
        ...(tick ?? emptyTick(input.item, found.step.slug)),
        ...changes,
        updatedAt: new Date().toISOString(),
      }
      await writeTick(db, viewer, record.id, after, input.version)
      await db.activity.create({
        data: {
          regionId: record.id,
          actorId: viewer.userId,
          kind: 'tick.changed',
          step: after.step,
          subject: after.item,
          before: asFacts(tick),
          after: asFacts(after),
        },
      })
      const ticks = [...record.ticks.filter((row) => row !== tick), after]
      return settle(db, { ...record, ticks }, { actorId: viewer.userId, before: record })
    },
    { lock: input.regionId },
  )
}

function emptyTick(item: string, step: string): TickRow {
  return {
    item,
    step,
    state: 'open',
    doneOn: null,
    note: '',
    reason: '',
    ownerKind: null,
    ownerSector: null,
    ownerPartner: null,
    dueOn: null,
    updatedAt: '',
    version: 0,
  }
}

/** Writes only over the version the person saw; version 0 means that nobody had touched the item. */
async function writeTick(db: Db, viewer: Viewer, regionId: string, tick: TickRow, seen: number) {
  const { item, step, state, note, reason, ownerKind, ownerSector, ownerPartner } = tick
  const data = {
    ...{ item, step, state, note, reason, ownerKind, ownerSector, ownerPartner },
    doneOn: fromDay(tick.doneOn),
    dueOn: fromDay(tick.dueOn),
    updatedById: viewer.userId,
    updatedAt: new Date(tick.updatedAt),
    version: seen + 1,
  }
  const written =
    seen === 0
      ? await db.tick.createMany({ data: [{ regionId, ...data }], skipDuplicates: true })
      : await db.tick.updateMany({ where: { regionId, item, version: seen }, data })
  if (written.count === 0) throw await tickConflict(db, regionId, tick)
}

/** What the activity keeps of a tick. */
function asFacts(tick: TickRow | null) {
  const { state, doneOn, note, reason, dueOn } = tick ?? emptyTick('', '')
  const { ownerKind, ownerSector, ownerPartner } = tick ?? emptyTick('', '')
  return { state, doneOn, note, reason, dueOn, ownerKind, ownerSector, ownerPartner }
}

/** At most two a step, never an essential, always with a reason (guidebook/rules.md, Words). */
function checkNotApplicable(record: RegionRecord, { step, item }: Found, reason: string) {
  if (item.essential || isUpkeep(step, item.id)) throw new Denial('forbidden', 'essential')
  if (!reason) throw new Denial('invalid', 'reason:reason')
  const others = record.ticks.filter(
    (tick) => tick.step === step.slug && tick.state === 'not_applicable' && tick.item !== item.id,
  )
  if (others.length >= MAX_NOT_APPLICABLE) throw new Denial('forbidden', 'twoNotApplicable')
}
