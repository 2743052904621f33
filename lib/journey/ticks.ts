import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { findItem, isUpkeep, type GuideItem, type GuideStep } from '@/lib/guidebook/rules'
import { canPlan, canTick, canWaive, ownerChange, ownerOf } from '@/lib/journey/access/rules'
import { emptyTick, writeEntries } from '@/lib/journey/entries'
import { MAX_NOT_APPLICABLE } from '@/lib/journey/facts/rules'
import { checkOwner } from '@/lib/journey/check-owner'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { getRegionGuide, readRecord, type RegionRecord, type TickRow } from '@/lib/journey/record'
import type { PlanItem, TickItem, WaiveItem } from '@/lib/journey/schema'
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
    return changeState(viewer, record, found, tick, input)
  })
}

/** Sets owner, due date and note of an item: the coordinator's. Throws the Denials of tickItem. */
export function planItem(viewer: Viewer, input: PlanItem): Promise<Settled> {
  return changeTick(viewer, input, async ({ db, record, found, tick }) => {
    if (!canPlan(viewer, record.id)) throw new Denial('forbidden')
    await checkOwner(db, record.id, input.owner)
    const owner = ownerChange(input.owner, tick, found.item.defaultOwner)
    return { ...owner, dueOn: input.dueOn, note: input.note }
  })
}

/**
 * Waives an essential item, or takes the waiver back: the programme staff's, with a reason that the
 * region reads (guidebook/rules.md, Words). Throws the Denials of tickItem.
 */
export function waiveItem(viewer: Viewer, input: WaiveItem): Promise<Settled> {
  return changeTick(viewer, input, async ({ record, found, tick }) => {
    if (!canWaive(viewer)) throw new Denial('forbidden')
    if (!found.item.essential) throw new Denial('forbidden', 'onlyEssential')
    if (!input.waived) return { state: 'open', doneOn: null, reason: '' }
    if (tick?.state === 'done') throw new Denial('forbidden', 'alreadyDone')
    if (!input.reason) throw new Denial('invalid', 'reason:reason')
    const doneOn = dayIn(record.timeZone, new Date())
    return { state: 'waived', doneOn, reason: input.reason }
  })
}

interface Found {
  step: GuideStep
  item: GuideItem
}

interface Situation {
  db: Db
  record: RegionRecord
  found: Found
  tick: TickRow | null
}

async function changeTick(
  viewer: Viewer,
  input: { regionId: string; item: string; version: number },
  decide: (situation: Situation) => Promise<Partial<TickRow>> | Partial<TickRow>,
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
      const change = { before: tick, after, seen: input.version }
      await writeEntries(db, viewer, record.id, { ticks: [change] })
      const ticks = [...record.ticks.filter((row) => row !== tick), after]
      return settle(db, { ...record, ticks }, { actorId: viewer.userId, before: record })
    },
    { lock: input.regionId },
  )
}

/**
 * What becomes of a tick that is set to a state today; who may tick it at all is asked before.
 * Throws Denial for a waived item, for one that the coordinator left out, and for leaving out what
 * cannot be left out: at most two a step, never an essential, always with a reason
 * (guidebook/rules.md, Words).
 */
export function changeState(
  viewer: Viewer,
  record: RegionRecord,
  { step, item }: Found,
  tick: TickRow | null,
  { state, reason }: Pick<TickItem, 'state' | 'reason'>,
): Pick<TickRow, 'state' | 'doneOn' | 'reason'> {
  if (tick?.state === 'waived') throw new Denial('forbidden', 'waived')
  const plans = canPlan(viewer, record.id)
  // What the coordinator left out is theirs to take in again.
  if (tick?.state === 'not_applicable' && !plans) throw new Denial('forbidden', 'leftOut')
  const leavesOut = state === 'not_applicable'
  if (leavesOut) {
    if (!plans) throw new Denial('forbidden')
    if (item.essential || isUpkeep(step, item.id)) throw new Denial('forbidden', 'essential')
    if (!reason) throw new Denial('invalid', 'reason:reason')
    const others = record.ticks.filter(
      (row) => row.step === step.slug && row.state === 'not_applicable' && row.item !== item.id,
    )
    if (others.length >= MAX_NOT_APPLICABLE) throw new Denial('forbidden', 'twoNotApplicable')
  }
  const isSettled = state === 'done' || leavesOut
  return {
    state,
    doneOn: isSettled ? dayIn(record.timeZone, new Date()) : null,
    reason: leavesOut ? reason : '',
  }
}
