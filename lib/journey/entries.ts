import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { milestoneConflict, tickConflict } from '@/lib/journey/conflicts'
import type { MilestoneRow, RegionRecord, TickRow } from '@/lib/journey/record'

/** A row as it was (null: never touched), as it is to be, and the version the person saw. */
export interface Change<Row> {
  before: Row | null
  after: Row
  seen: number
  /** The entry of the activity that this change takes back. */
  undoes?: string
}

interface Changes {
  ticks?: Change<TickRow>[]
  milestones?: Change<MilestoneRow>[]
}

/** An item nobody has touched yet. */
export function emptyTick(item: string, step: string): TickRow {
  return {
    ...{ item, step, state: 'open', doneOn: null, note: '', reason: '', dueOn: null },
    ...{ ownerKind: null, ownerSector: null, ownerPartner: null, updatedAt: '', version: 0 },
  }
}

/** A milestone nobody has touched yet. */
export function emptyMilestone(milestone: string, step: string): MilestoneRow {
  return {
    ...{ milestone, step, state: 'planned', plannedOn: null, reachedOn: null, note: '' },
    ...{ ownerKind: null, ownerSector: null, ownerPartner: null, updatedAt: '', version: 0 },
  }
}

/** What the activity keeps of a tick: all that a person can set. */
export function tickFacts(tick: TickRow) {
  const { state, doneOn, note, reason, dueOn, ownerKind, ownerSector, ownerPartner } = tick
  return { state, doneOn, note, reason, dueOn, ownerKind, ownerSector, ownerPartner }
}

/** What the activity keeps of a milestone: all that a person can set. */
export function milestoneFacts(milestone: MilestoneRow) {
  const { state, plannedOn, reachedOn, note, ownerKind, ownerSector, ownerPartner } = milestone
  return { state, plannedOn, reachedOn, note, ownerKind, ownerSector, ownerPartner }
}

/** The record with rows changed. */
export function replaceRows(
  record: RegionRecord,
  ticks: Change<TickRow>[],
  milestones: Change<MilestoneRow>[],
): RegionRecord {
  const newTicks = new Map(ticks.map(({ after }) => [after.item, after]))
  const newMilestones = new Map(milestones.map(({ after }) => [after.milestone, after]))
  return {
    ...record,
    ticks: [...record.ticks.filter(({ item }) => !newTicks.has(item)), ...newTicks.values()],
    milestones: [
      ...record.milestones.filter(({ milestone }) => !newMilestones.has(milestone)),
      ...newMilestones.values(),
    ],
  }
}

/**
 * Writes items and milestones of a region with an entry of the activity for each, all or nothing,
 * in one statement; `batch` marks those of one change. Call it inside the region's lock.
 * Throws Denial('conflict') where somebody changed a row after the person saw it.
 */
export async function writeEntries(
  db: Db,
  viewer: Viewer,
  regionId: string,
  { ticks = [], milestones = [] }: Changes,
  batch: string | null = null,
): Promise<void> {
  if ([...ticks, ...milestones].some(isOutdated))
    throw await conflictOf(db, regionId, { ticks, milestones })
  const tickRows = ticks.map(({ before, after, seen, undoes }) => ({
    ...{ ...after, version: seen + 1, entry: uuid(), undoes: undoes ?? null },
    before: tickFacts(before ?? emptyTick(after.item, after.step)),
    after: tickFacts(after),
  }))
  const milestoneRows = milestones.map(({ before, after, seen, undoes }) => ({
    ...{ ...after, version: seen + 1, entry: uuid(), undoes: undoes ?? null },
    before: milestoneFacts(before ?? emptyMilestone(after.milestone, after.step)),
    after: milestoneFacts(after),
  }))
  const [result] = await db.$queryRaw<{ written: number }[]>`
    with t as (
      select * from jsonb_to_recordset(${JSON.stringify(tickRows)}::jsonb) as s(item text,
        step text, state text, "doneOn" date, note text, reason text, "ownerKind" text,
        "ownerSector" text, "ownerPartner" uuid, "dueOn" date, "updatedAt" timestamptz,
        version int, entry uuid, undoes uuid, before jsonb, after jsonb)
    ), m as (
      select * from jsonb_to_recordset(${JSON.stringify(milestoneRows)}::jsonb) as s(
        milestone text, step text, state text, "plannedOn" date, "reachedOn" date, note text,
        "ownerKind" text, "ownerSector" text, "ownerPartner" uuid, "updatedAt" timestamptz,
        version int, entry uuid, undoes uuid, before jsonb, after jsonb)
    ), kept_ticks as (
      insert into ticks (region_id, item, step, state, done_on, note, reason, owner_kind,
        owner_sector, owner_partner, due_on, updated_by_id, updated_at, version)
      select ${regionId}::uuid, item, step, state, "doneOn", note, reason, "ownerKind",
        "ownerSector", "ownerPartner", "dueOn", ${viewer.userId}::uuid, "updatedAt", version from t
      on conflict (region_id, item) do update set state = excluded.state,
        done_on = excluded.done_on, note = excluded.note, reason = excluded.reason,
        owner_kind = excluded.owner_kind, owner_sector = excluded.owner_sector,
        owner_partner = excluded.owner_partner, due_on = excluded.due_on,
        updated_by_id = excluded.updated_by_id, updated_at = excluded.updated_at,
        version = excluded.version
      where ticks.version = excluded.version - 1 returning 1
    ), kept_milestones as (
      insert into milestones (region_id, milestone, step, state, planned_on, reached_on, note,
        owner_kind, owner_sector, owner_partner, updated_by_id, updated_at, version)
      select ${regionId}::uuid, milestone, step, state, "plannedOn", "reachedOn", note,
        "ownerKind", "ownerSector", "ownerPartner", ${viewer.userId}::uuid, "updatedAt", version
      from m
      on conflict (region_id, milestone) do update set state = excluded.state,
        planned_on = excluded.planned_on, reached_on = excluded.reached_on, note = excluded.note,
        owner_kind = excluded.owner_kind, owner_sector = excluded.owner_sector,
        owner_partner = excluded.owner_partner, updated_by_id = excluded.updated_by_id,
        updated_at = excluded.updated_at, version = excluded.version
      where milestones.version = excluded.version - 1 returning 1
    ), noted as (
      insert into activities (region_id, id, at, actor_id, kind, step, subject, before, after,
        batch, undoes)
      select ${regionId}::uuid, entry, "updatedAt", ${viewer.userId}::uuid, 'tick.changed', step,
        item, before, after, ${batch}::uuid, undoes from t
      union all
      select ${regionId}::uuid, entry, "updatedAt", ${viewer.userId}::uuid, 'milestone.changed', step,
        milestone, before, after, ${batch}::uuid, undoes from m
    )
    select (select count(*) from kept_ticks)::int + (select count(*) from kept_milestones)::int
      written`
  if (result?.written !== ticks.length + milestones.length)
    throw await conflictOf(db, regionId, { ticks, milestones })
}

function isOutdated({ before, seen }: Change<{ version: number }>) {
  return (before?.version ?? 0) !== seen
}

/** The first that somebody else changed, beside what is saved now. */
async function conflictOf(
  db: Db,
  regionId: string,
  { ticks = [], milestones = [] }: Changes,
): Promise<Denial> {
  const tick = ticks.find(isOutdated) ?? ticks[0]
  if (tick) return tickConflict(db, regionId, tick.after)
  const milestone = milestones.find(isOutdated) ?? milestones[0]
  return milestone ? milestoneConflict(db, regionId, milestone.after) : new Denial('conflict')
}
