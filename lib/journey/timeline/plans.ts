import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { fromDay } from '@/lib/dates/days'
import { Denial } from '@/lib/errors'
import { findStep } from '@/lib/guidebook/rules'
import { canPlan } from '@/lib/journey/access/rules'
import { getRegionGuide, readRecord, type RegionRecord } from '@/lib/journey/record'
import { settle } from '@/lib/journey/settle'
import { begunDays, type TimelineColumns, timelineColumns } from '@/lib/journey/timeline/read'
import { suggest, type Suggestion } from '@/lib/journey/timeline/rules'
import type { PlanStep, TakeSuggestions } from '@/lib/journey/timeline/schema'

/**
 * Sets when a step is to start and to be reached: the coordinator's.
 * Throws Denial: not-found, forbidden, conflict, or a fault of targetOn (before the start).
 */
export function planStep(viewer: Viewer, input: PlanStep): Promise<void> {
  return asViewer(
    viewer,
    async (db) => {
      const { record, step } = await findPlanned(db, viewer, input)
      const { startsOn, targetOn, version } = input
      if (startsOn && targetOn && targetOn < startsOn) throw new Denial('invalid', 'targetOn:order')
      const key = { regionId: record.id, step: step.slug }
      const old = await db.stepPlan.findUnique({ where: { regionId_step: key } })
      const data = {
        startsOn: fromDay(startsOn),
        targetOn: fromDay(targetOn),
        version: version + 1,
      }
      const written =
        version === 0
          ? await db.stepPlan.createMany({ data: [{ ...key, ...data }], skipDuplicates: true })
          : await db.stepPlan.updateMany({ where: { ...key, version }, data })
      if (written.count === 0) throw new Denial('conflict')
      const asText = (day: Date | null | undefined) => day?.toISOString().slice(0, 10) ?? null
      await db.activity.create({
        data: {
          ...{ regionId: record.id, actorId: viewer.userId, kind: 'step.planned' },
          ...{ step: step.slug, subject: step.slug },
          before: { startsOn: asText(old?.startsOn), targetOn: asText(old?.targetOn) },
          after: { startsOn, targetOn },
        },
      })
    },
    { lock: input.regionId },
  )
}

/**
 * Takes the guidebook's suggested days of a step over as due days of its open items that have none,
 * all together. Throws Denial: not-found, forbidden, or conflict if the start has moved meanwhile.
 */
export function takeSuggestions(viewer: Viewer, input: TakeSuggestions): Promise<void> {
  return asViewer(
    viewer,
    async (db) => {
      const { record, step } = await findPlanned(db, viewer, input)
      const plan = record.plans.find((one) => one.step === step.slug)
      const start = plan?.startsOn ?? begunDays(record, record.timeZone)[step.slug] ?? null
      if (start !== input.startsOn) throw new Denial('conflict')
      const taken = suggest(step, record.ticks, start)
      if (taken.length === 0) throw new Denial('conflict')
      await writeDueDays(db, viewer, record, taken)
      const after = withDueDays(record, step.slug, taken)
      await settle(db, after, { actorId: viewer.userId, before: record })
    },
    { lock: input.regionId },
  )
}

async function findPlanned(db: Db, viewer: Viewer, input: { regionId: string; step: string }) {
  const around = sql`, ${timelineColumns}`
  const record = await readRecord<TimelineColumns>(db, viewer, { id: input.regionId }, around)
  const step = findStep(await getRegionGuide(db, record, 'en'), input.step)
  if (!step) throw new Denial('not-found')
  if (!canPlan(viewer, record.id)) throw new Denial('forbidden')
  return { record, step }
}

/** Due days and the entries that tell of them, which belong together: one statement. */
async function writeDueDays(
  db: Db,
  viewer: Viewer,
  { id }: RegionRecord,
  taken: readonly Suggestion[],
) {
  const rows = JSON.stringify(taken.map(({ id: item, day }) => ({ item, day, entry: uuid() })))
  const step = taken[0]?.id.split('.')[0] ?? ''
  const now = new Date()
  await db.$executeRaw`
    with taken as (
      select * from jsonb_to_recordset(${rows}::jsonb) as s(item text, day date, entry uuid)
    ), old as (
      select taken.entry, taken.day, taken.item, jsonb_build_object(
        'state', coalesce(t.state, 'open'), 'doneOn', t.done_on, 'note', coalesce(t.note, ''),
        'reason', coalesce(t.reason, ''), 'dueOn', t.due_on, 'ownerKind', t.owner_kind,
        'ownerSector', t.owner_sector, 'ownerPartner', t.owner_partner) facts
      from taken left join ticks t on t.region_id = ${id}::uuid and t.item = taken.item
    ), noted as (
      insert into activities (region_id, id, at, actor_id, kind, step, subject, before, after, batch)
      select ${id}::uuid, entry, ${now}::timestamptz, ${viewer.userId}::uuid, 'tick.changed',
        ${step}, item, facts, facts || jsonb_build_object('dueOn', day), ${uuid()}::uuid
      from old
    )
    insert into ticks (region_id, item, step, due_on, updated_by_id, updated_at)
    select ${id}::uuid, item, ${step}, day, ${viewer.userId}::uuid, ${now}::timestamptz from taken
    on conflict (region_id, item) do update set due_on = excluded.due_on,
      updated_by_id = excluded.updated_by_id, updated_at = excluded.updated_at,
      version = ticks.version + 1`
}

/** The record as it stands with the days taken over, for the rules. */
function withDueDays(record: RegionRecord, step: string, taken: readonly Suggestion[]) {
  const updatedAt = new Date().toISOString()
  const days = new Map(taken.map(({ id, day }) => [id, day]))
  const known = record.ticks.map((tick) => {
    const dueOn = days.get(tick.item)
    return dueOn ? { ...tick, dueOn, updatedAt } : tick
  })
  const added = taken
    .filter(({ id }) => !record.ticks.some(({ item }) => item === id))
    .map(({ id: item, day: dueOn }) => ({
      ...{ item, step, state: 'open' as const, doneOn: null, note: '', reason: '', dueOn },
      ...{ ownerKind: null, ownerSector: null, ownerPartner: null, updatedAt, version: 1 },
    }))
  return { ...record, ticks: [...known, ...added] }
}
