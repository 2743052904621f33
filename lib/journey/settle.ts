import { v7 as uuid } from 'uuid'
import type { Db } from '@/lib/db/as-viewer'
import { getGuide } from '@/lib/guidebook/data'
import { dayIn } from '@/lib/dates/rules'
import { projectRegion } from '@/lib/journey/projection/rules'
import { ownerOf, ownerWord } from '@/lib/journey/access/rules'
import { findItem, type Guide, type GuideStep } from '@/lib/guidebook/rules'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { gatherStepFacts } from '@/lib/journey/facts/rules'
import { factsHold, isReached } from '@/lib/journey/rules'
import { listRaised, roundFromEach, whyFromEach } from '@/lib/journey/slips/rules'
import type { RegionRecord } from '@/lib/journey/record'
import type { NeedRound } from '@/lib/needs/lines/rules'

/** Shapes a record for the rules: owners as words, entries by the region's own days. */
export function factsOf(record: RegionRecord, guide: Guide) {
  const { timeZone } = record
  const entries = Map.groupBy([...record.ticks, ...record.milestones], ({ step }) => step)
  const lastEntryOn = Object.fromEntries(
    [...entries].map(([step, rows]) => {
      const last = Math.max(...rows.map(({ updatedAt }) => Date.parse(updatedAt)))
      return [step, dayIn(timeZone, new Date(last))]
    }),
  )
  const ticks = record.ticks.map((tick) => {
    const item = findItem(guide, tick.item)?.item
    return { ...tick, owner: ownerWord(ownerOf(tick, item?.defaultOwner ?? 'coordinator')) }
  })
  const rounds: Record<string, NeedRound[]> = Object.fromEntries(
    Map.groupBy(record.rounds, ({ step }) => step),
  )
  return { ticks, milestones: record.milestones, lastEntryOn, rounds }
}

/** What a change led to: the steps that turned reached by it. */
export interface Settled {
  reached: string[]
}

/** Who changed it (null: time did), the record before it, and what its entries share. */
interface Cause {
  actorId: string | null
  before: RegionRecord
  batch?: string | null
  /** The moment it happens; this one if not given. */
  now?: Date
}

/**
 * Rewrites what the rules say of every step, notes each step whose state differs from what was
 * kept, and renews the region's line in the comparison: in the change's own transaction, in one
 * statement.
 */
export async function settle(db: Db, record: RegionRecord, cause: Cause): Promise<Settled> {
  const guide = await getGuide(record.edition, 'en', db)
  const now = cause.now ?? new Date()
  const asOf = dayIn(record.timeZone, now)
  const facts = factsOf(record, guide)
  const { steps, summary } = projectRegion({
    region: { ...record, regionId: record.id },
    guide: guide.steps,
    ...facts,
    asOf,
  })
  const rows = JSON.stringify(steps.map((step) => ({ ...step, entry: uuid(), ...causesOf(step) })))
  const raised = listRaisedBy(cause.before, guide, asOf).map((one) => ({ ...one, entry: uuid() }))
  await db.$executeRaw`
    with now as (
      select * from jsonb_to_recordset(${rows}::jsonb) as s(step text, state text, progress int,
        "reachedSince" date, "confirmedSince" date, entry uuid, why jsonb, round jsonb)
    ), old as (
      select step, state from step_records where region_id = ${record.id}::uuid
    ), written as (
      insert into step_records (region_id, step, state, progress, reached_since, confirmed_since)
      select ${record.id}::uuid, step, state, progress, "reachedSince", "confirmedSince" from now
      on conflict (region_id, step) do update set state = excluded.state,
        progress = excluded.progress, reached_since = excluded.reached_since,
        confirmed_since = excluded.confirmed_since
      where (step_records.state, step_records.progress, step_records.reached_since,
        step_records.confirmed_since) is distinct from (excluded.state, excluded.progress,
        excluded.reached_since, excluded.confirmed_since)
    ), noted as (
      insert into activities
        (region_id, id, at, actor_id, kind, step, subject, before, after, batch)
      select ${record.id}::uuid, entry, ${now}::timestamptz, ${cause.actorId}::uuid, 'step.changed', step, step,
        jsonb_build_object('state', coalesce(old.state, 'not_started')),
        jsonb_strip_nulls(jsonb_build_object('state', now.state,
          'why', now.why -> coalesce(old.state, 'not_started'),
          'round', now.round -> coalesce(old.state, 'not_started'))), ${cause.batch ?? null}::uuid
      from now left join old using (step)
      where coalesce(old.state, 'not_started') <> now.state
      union all
      select ${record.id}::uuid, entry, ${now}::timestamptz, ${cause.actorId}::uuid, 'step.flagged', step, step,
        null, jsonb_build_object('state', state, 'flag', flag, 'why', why),
        ${cause.batch ?? null}::uuid
      from jsonb_to_recordset(${JSON.stringify(raised)}::jsonb) as f(step text, state text,
        flag text, why text, entry uuid)
    )
    insert into region_summaries (region_id, slug, name, name_key, country, territory_type, kind,
      started_on, stage, reached_step, state1, state2, state3, state4, state5, state6, state7,
      state8, progress, need, last_entry_on, as_of)
    select "regionId", slug, name, "nameKey", country, "territoryType", kind, "startedOn", stage,
      "reachedStep", state1, state2, state3, state4, state5, state6, state7, state8, progress,
      need, "lastEntryOn", "asOf"
    from jsonb_to_record(${JSON.stringify(summary)}::jsonb) as s("regionId" uuid, slug text,
      name text, "nameKey" text, country text, "territoryType" text, kind text, "startedOn" date,
      stage int, "reachedStep" int, state1 text, state2 text, state3 text, state4 text,
      state5 text, state6 text, state7 text, state8 text, progress int[], need jsonb,
      "lastEntryOn" date, "asOf" date)
    on conflict (region_id) do update set stage = excluded.stage, name = excluded.name,
      name_key = excluded.name_key, reached_step = excluded.reached_step,
      state1 = excluded.state1, state2 = excluded.state2, state3 = excluded.state3,
      state4 = excluded.state4, state5 = excluded.state5, state6 = excluded.state6,
      state7 = excluded.state7, state8 = excluded.state8, progress = excluded.progress,
      need = excluded.need, last_entry_on = excluded.last_entry_on,
      as_of = excluded.as_of`
  function causesOf({ step: slug, state }: (typeof steps)[number]) {
    const step = guide.steps.find((candidate) => candidate.slug === slug)
    if (!step) return {}
    const of = gatherStepFacts(step, facts.ticks, facts.milestones, facts.rounds[slug] ?? [], asOf)
    return { why: whyFromEach(of, state), round: roundFromEach(of, state) }
  }
  const held = (step: GuideStep) =>
    factsHold(gatherStepFacts(step, cause.before.ticks, cause.before.milestones, [], asOf))
  const nowHolding = new Set(steps.filter(({ state }) => isReached(state)).map(({ step }) => step))
  const reached = guide.steps.filter((step) => nowHolding.has(step.slug) && !held(step))
  return { reached: reached.map(({ slug }) => slug) }
}

/** What only the days since the last look have brought about, change or no change. */
function listRaisedBy(before: RegionRecord, guide: Guide, asOf: string) {
  if (before.asOf >= asOf) return []
  const facts = factsOf(before, guide)
  const on = (day: string) => deriveJourney(guide.steps, facts, day).steps
  return listRaised(on(before.asOf), on(asOf), asOf)
}
