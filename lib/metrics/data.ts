import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getMetricWords, type MetricWords } from '@/lib/guidebook/metrics'
import { readRecord, type RegionRecord } from '@/lib/journey/record'
import { canKeepMetrics } from '@/lib/metrics/access/rules'
import { readLines } from '@/lib/metrics/lines/data'
import { LINED, suggestFrom, type Suggestion } from '@/lib/metrics/lines/rules'
import { readDenominators } from '@/lib/metrics/measures/data'
import { measure } from '@/lib/metrics/measures/rules'
import { METRICS, type Metric } from '@/lib/metrics/rules'
import {
  type Entry,
  type Figure,
  figureOf,
  type Point,
  progressTo,
  quartersBefore,
  seriesOf,
  type Target,
} from '@/lib/metrics/series/rules'

/** An entry with who wrote it and why it is so; the name is null once the person is erased. */
export interface EntryRow extends Entry {
  source: string
  context: string
  author: string | null
  createdAt: Date
}

export interface TargetRow extends Target {
  id: string
  source: string
  /** Per cent of the way from its baseline; null where none is known. */
  progress: number | null
}

/** A metric of a region: its words, what was told, and what is wanted. */
export interface MetricFigure {
  words: MetricWords
  /** Over the last four quarters that are over. */
  year: Figure
  /** The last eight of them, with gaps. */
  series: Point[]
  targets: TargetRow[]
  entries: EntryRow[]
}

/** Quarters a chart shows, and how many of them make the figure. */
const SHOWN = 8
const YEAR = 4

/**
 * All metrics of a region as of an ISO day, the core ones first: three statements. The reader's right
 * to the region is the caller's to ask.
 */
export async function listMetricFigures(
  db: Db,
  { id: regionId, edition }: Pick<RegionRecord, 'id' | 'edition'>,
  { today, locale, only }: { today: string; locale: string; only?: Metric },
): Promise<MetricFigure[]> {
  const words = await getMetricWords(edition, locale, db)
  const entries = await readEntries(db, regionId, only)
  const targets = await readTargets(db, regionId, only)
  const quarters = quartersBefore(today, SHOWN)
  return words
    .filter(({ id }) => only === undefined || id === only)
    .map((metric) => {
      const own = entries.filter((entry) => entry.metric === metric.id)
      const series = seriesOf(own, quarters)
      return {
        ...{ words: metric, series, entries: own },
        year: figureOf(metric.id, series.slice(-YEAR)),
        targets: targets
          .filter((target) => target.metric === metric.id)
          .map((target) => ({ ...target, progress: progressTo(target, own) })),
      }
    })
}

/** A region's metrics. Throws Denial('not-found'). */
export function getMetrics(viewer: Viewer, slug: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const region = await readRecord(db, viewer, { slug })
    const today = dayIn(region.timeZone, new Date())
    const metrics = await listMetricFigures(db, region, { today, locale })
    const measures = await readDenominators(db, region.id)
    return { region, today, metrics, measures, keeps: canKeepMetrics(viewer, region.id) }
  })
}

/**
 * One metric of a region with every version of its quarters, and what the product itself knows of
 * it. Throws Denial('not-found') also for a metric that does not exist.
 */
export function getMetric(viewer: Viewer, slug: string, id: string, locale: string) {
  const only = METRICS.find((known) => known === id)
  return asViewer(viewer, async (db) => {
    const region = await readRecord(db, viewer, { slug })
    const today = dayIn(region.timeZone, new Date())
    const [metric] = only ? await listMetricFigures(db, region, { today, locale, only }) : []
    if (!metric) throw new Denial('not-found')
    const keeps = canKeepMetrics(viewer, region.id)
    const lines = hasLines(metric.words.id) ? await readLines(db, region.id) : []
    const known = await readDenominators(db, region.id)
    const engaged =
      keeps && only === 'partners_engaged' ? await countEngaged(db, region.id, today) : null
    return {
      ...{ region, today, metric, keeps, engaged },
      lines: lines.filter((line) => line.metric === only),
      measured: measure(metric.words.id, metric.year.value, known),
      /** What the product's own lists come to in a quarter; a coordinator looks and confirms. */
      suggest: (quarter: string): Suggestion | null => suggestFrom(metric.words.id, lines, quarter),
    }
  })
}

/** Learners are counted in the trainings they took part in. */
function hasLines(metric: Metric): boolean {
  return metric === 'learners_reached' || LINED.some((lined) => lined === metric)
}

function readEntries(db: Db, regionId: string, only?: Metric): Promise<EntryRow[]> {
  return db.$queryRaw<EntryRow[]>`
    select e.metric, e.quarter, e.version, e.value::float8 "value", e.breakdown, e.status, e.source,
      e.context, nullif(u.name, '') author, e.created_at "createdAt"
    from metric_entries e left join users u on u.id = e.author_id
    where e.region_id = ${regionId}::uuid and e.metric = coalesce(${only ?? null}, e.metric)
    order by e.quarter desc, e.version desc`
}

function readTargets(db: Db, regionId: string, only?: Metric): Promise<TargetRow[]> {
  return db.$queryRaw<TargetRow[]>`
    select t.id, t.metric, t.value::float8 "value", t.due_on::text "dueOn",
      t.baseline::float8 baseline, t.baseline_on::text "baselineOn", t.source
    from metric_targets t
    where t.region_id = ${regionId}::uuid and t.metric = coalesce(${only ?? null}, t.metric)
    order by t.due_on nulls last, t.id`
}

/**
 * Organisations that committed themselves, or did a task in the last
 * twelve months (guidebook model, 3.9, partners engaged): what the register and the tasks know.
 */
async function countEngaged(db: Db, regionId: string, today: string): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int count from partners p
    where p.region_id = ${regionId}::uuid and p.archived_at is null and p.status <> 'left'
      and (p.status = 'committed' or exists (
        select from task_partners o where o.region_id = p.region_id and o.partner_id = p.id
          and o.state = 'done' and o.done_on > ${today}::date - interval '12 months'))`
  return rows[0]?.count ?? 0
}
