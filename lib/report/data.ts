import { canReadLevels } from '@/lib/assessment/access/rules'
import { isCoordinator, type Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { asLocale, type Locale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { readJourney } from '@/lib/journey/data'
import { comingUp } from '@/lib/journey/upcoming/rules'
import { listMetricFigures } from '@/lib/metrics/data'
import { sectorCoverage, type PartnerStatus, type Sector, type Subtype } from '@/lib/partners/rules'
import { composeReport } from '@/lib/report/compose'
import { asOfPeriod, periodOf, type Period } from '@/lib/report/period/rules'
import type { ReportQuery } from '@/lib/report/schema'
import type { StepState } from '@/lib/journey/rules'

/** A change of a step's state within the period. */
export interface StepChange {
  day: string
  step: string
  from: StepState | null
  to: StepState | null
}

interface Told {
  story: { words: string; version: number } | null
  changes: StepChange[]
  partners: { sector: Sector; subtype: Subtype | null; status: PartnerStatus }[]
}

/**
 * A region's report over a period in one of the product's languages, with the story as it can be
 * edited. Throws Denial('not-found').
 */
export function getReport(viewer: Viewer, slug: string, query: ReportQuery, reader: string) {
  const language: Locale = query.in ?? asLocale(reader)
  return asViewer(viewer, async (db) => {
    const found = await readJourney(db, viewer, slug, language, {})
    const { region, guide, journey, today } = found
    const period = periodOf(query, today)
    const told = await readTold(db, { id: region.id, timeZone: region.timeZone, language, period })
    const metrics = await listMetricFigures(db, region, {
      ...{ today: asOfPeriod(period), locale: language },
    })
    const facts = {
      ...{ region, guide, journey, period, metrics, changes: told.changes },
      story: told.story?.words ?? '',
      coverage: sectorCoverage(told.partners),
      levels: canReadLevels(viewer, region.id) ? region.rounds : null,
      ahead: comingUp(guide.steps, region.ticks, region.milestones, journey.steps),
      today,
    }
    return {
      document: composeReport(await voiceOf(language), facts, query.with),
      region: { id: region.id, slug: region.slug, name: region.name },
      ...{ period, language, today },
      story: told.story ?? { words: '', version: 0 },
      tells: isCoordinator(viewer, region.id),
    }
  })
}

/** Story, changes of steps and standing of partners, in one statement. */
async function readTold(
  db: Db,
  {
    id,
    timeZone,
    language,
    period,
  }: { id: string; timeZone: string; language: Locale; period: Period },
): Promise<Told> {
  const day = sql`(a.at at time zone ${timeZone})::date`
  const [told] = await db.$queryRaw<Told[]>`select
    (select json_build_object('words', s.words, 'version', s.version) from report_stories s
      where s.region_id = ${id}::uuid and s.language = ${language}) story,
    (select coalesce(json_agg(json_build_object('day', ${day}::text, 'step', a.step,
      'from', a.before->>'state', 'to', a.after->>'state') order by a.id), '[]')
      from activities a where a.region_id = ${id}::uuid and a.kind = 'step.changed'
        and ${day} between ${period.from}::date and ${period.to}::date) changes,
    (select coalesce(json_agg(json_build_object('sector', p.sector, 'subtype', p.subtype,
      'status', p.status)), '[]') from partners p
      where p.region_id = ${id}::uuid and p.archived_at is null) partners`
  return told ?? { story: null, changes: [], partners: [] }
}
