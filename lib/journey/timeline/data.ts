import { isCoordinator, membershipIn, type Viewer } from '@/lib/auth/rules'
import { readOwnFeeds } from '@/lib/calendar/feeds'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { addDays, dayIn } from '@/lib/dates/rules'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { type StateChange, stretchesOf } from '@/lib/journey/durations/rules'
import { getRegionGuide, readRecord, type RegionRecord } from '@/lib/journey/record'
import type { StepState } from '@/lib/journey/rules'
import { factsOf } from '@/lib/journey/settle'
import { begunDays, type TimelineColumns, timelineColumns } from '@/lib/journey/timeline/read'
import { timelineOf } from '@/lib/journey/timeline/rules'
import { sql } from '@/lib/db/sql'

/**
 * A region's planned and actual days step by step, the time spent in each state, and the viewer's
 * own calendar addresses. Throws Denial('not-found') for what the viewer may not see.
 */
export function getTimeline(viewer: Viewer, slug: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const around = sql`, ${timelineColumns}`
    const record = await readRecord<TimelineColumns>(db, viewer, { slug }, around)
    const { id, timeZone, plans } = record
    const guide = await getRegionGuide(db, record, locale)
    const today = dayIn(timeZone, new Date())
    const facts = factsOf(record, guide)
    const journey = deriveJourney(guide.steps, facts, today)
    const begun = begunDays(record, timeZone)
    const steps = timelineOf(guide.steps, journey.steps, { ...facts, plans, begun }, today)
    const changes = await readStateChanges(db, record)
    const first = [record.startedOn, ...Object.values(begun), ...changes.map(({ day }) => day)]
    const from = first.filter((day) => day !== null && day <= today).sort()[0] ?? today
    const span = { from, to: addDays(today, 1) }
    return {
      ...{ region: record, guide, today, steps, span },
      durations: steps.map(({ slug, state }) => ({
        slug,
        stretches: stretchesOf(
          changes.filter((change) => change.step === slug),
          span,
          state,
        ),
      })),
      feeds: await readOwnFeeds(db, viewer, id),
      isMember: membershipIn(viewer, id) !== null,
      coordinates: isCoordinator(viewer, id),
    }
  })
}

export type Timeline = Awaited<ReturnType<typeof getTimeline>>

interface ChangeRow {
  step: string
  at: Date
  from: StepState
  to: StepState
}

/** Every change of a step's state, in the order of time: entries whose subject is the step itself. */
async function readStateChanges(
  db: Db,
  { id: regionId, timeZone, edition }: RegionRecord,
): Promise<(StateChange & { step: string })[]> {
  const rows = await db.$queryRaw<ChangeRow[]>`
    select s.id step, a.at, a."from", a."to"
    from guide_steps s cross join lateral (
      select a.id, a.at, a.before->>'state' "from", a.after->>'state' "to" from activities a
      where a.region_id = ${regionId}::uuid and a.subject = s.id and a.kind = 'step.changed'
      offset 0) a
    where s.edition = ${edition}
    order by a.id`
  return rows.map(({ at, ...change }) => ({ ...change, day: dayIn(timeZone, at) }))
}
