import type { Db } from '@/lib/db/as-viewer'
import { getGuide } from '@/lib/guidebook/data'
import { dayIn } from '@/lib/dates/rules'
import { projectRegion } from '@/lib/journey/projection/rules'
import { ownerOf, ownerWord } from '@/lib/journey/access/rules'
import { findItem, type Guide, type GuideStep } from '@/lib/guidebook/rules'
import { gatherStepFacts } from '@/lib/journey/facts/rules'
import { factsHold, isReached } from '@/lib/journey/rules'
import type { RegionRecord } from '@/lib/journey/record'

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
  return { ticks, milestones: record.milestones, lastEntryOn }
}

/** What a change led to: its step, and whether that step turned reached by it. */
export interface Settled {
  step: string
  nowReached: boolean
}

/**
 * Rewrites what the rules say of a step, and the region's line in the comparison, in the change's
 * own transaction and one statement. `change.before` is the record as it was.
 */
export async function settle(
  db: Db,
  record: RegionRecord,
  change: { step: string; before: RegionRecord },
): Promise<Settled> {
  const { step } = change
  const guide = await getGuide(record.edition, 'en', db)
  const asOf = dayIn(record.timeZone, new Date())
  const { steps, summary } = projectRegion({
    region: { ...record, regionId: record.id },
    guide: guide.steps,
    ...factsOf(record, guide),
    asOf,
  })
  const now = steps.find((found) => found.step === step)
  if (!now) throw new Error(`Edition ${record.edition} has no step ${step}`)
  const states = JSON.stringify(summary)
  await db.$executeRaw`
    with written as (
      insert into step_records (region_id, step, state, progress, reached_since, confirmed_since)
      values (${record.id}::uuid, ${step}, ${now.state}, ${now.progress},
        ${now.reachedSince}::date, ${now.confirmedSince}::date)
      on conflict (region_id, step) do update set state = excluded.state,
        progress = excluded.progress, reached_since = excluded.reached_since,
        confirmed_since = excluded.confirmed_since)
    insert into region_summaries (region_id, slug, name, name_key, country, territory_type, kind,
      started_on, stage, reached_step, state1, state2, state3, state4, state5, state6, state7,
      state8, progress, need, last_entry_on)
    select "regionId", slug, name, "nameKey", country, "territoryType", kind, "startedOn", stage,
      "reachedStep", state1, state2, state3, state4, state5, state6, state7, state8, progress,
      need, "lastEntryOn"
    from jsonb_to_record(${states}::jsonb) as s("regionId" uuid, slug text, name text,
      "nameKey" text, country text, "territoryType" text, kind text, "startedOn" date, stage int,
      "reachedStep" int, state1 text, state2 text, state3 text, state4 text, state5 text,
      state6 text, state7 text, state8 text, progress int[], need jsonb, "lastEntryOn" date)
    on conflict (region_id) do update set stage = excluded.stage, name = excluded.name,
      name_key = excluded.name_key, reached_step = excluded.reached_step,
      state1 = excluded.state1, state2 = excluded.state2, state3 = excluded.state3,
      state4 = excluded.state4, state5 = excluded.state5, state6 = excluded.state6,
      state7 = excluded.state7, state8 = excluded.state8, progress = excluded.progress,
      need = excluded.need, last_entry_on = excluded.last_entry_on`
  const guideStep = guide.steps.find(({ slug }) => slug === step)
  return {
    step,
    nowReached: isReached(now.state) && !!guideStep && !heldBefore(guideStep, change.before, asOf),
  }
}

function heldBefore(step: GuideStep, before: RegionRecord, asOf: string): boolean {
  return factsHold(gatherStepFacts(step, before.ticks, before.milestones, [], asOf))
}
