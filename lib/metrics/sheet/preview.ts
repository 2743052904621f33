import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { asLocale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { canKeepMetrics } from '@/lib/metrics/access/rules'
import { sayParts } from '@/lib/metrics/export'
import { decideEntries, type EntryDecision } from '@/lib/metrics/sheet/deciding/rules'
import { readMetricGround } from '@/lib/metrics/sheet/ground'
import { readMetricRows } from '@/lib/metrics/sheet/reading/rules'
import type { Fault, MetricColumn, Values } from '@/lib/metrics/sheet/rules'
import type { LookAtMetrics } from '@/lib/metrics/sheet/schema'
import { readMetricVocabulary } from '@/lib/metrics/sheet/words'
import { getRegion } from '@/lib/regions/find'
import { closeSheet, joinLines, type SheetLine, sortLines } from '@/lib/sheet/previewing'
import { readTable } from '@/lib/sheet/read'
import type { PreviewRow, SheetPreview } from '@/lib/sheet/rules'

/** The region whose numbers may be brought: its coordinators'. Throws Denial('not-found') to others. */
export function getMetricsRegion(viewer: Viewer, slug: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    if (!canKeepMetrics(viewer, region.id)) throw new Denial('not-found')
    return region
  })
}

/**
 * Reads a sheet of numbers and says what it would write; nothing is written. Throws Denial:
 * not-found, forbidden, or a fault of `file`.
 */
export async function lookAtMetrics(
  viewer: Viewer,
  { regionId, file }: LookAtMetrics,
  locale: string,
): Promise<SheetPreview> {
  const { standings, words, now } = await asViewer(viewer, async (db) => {
    const ground = await readMetricGround(db, { viewer, regionId })
    if (!canKeepMetrics(viewer, regionId)) throw new Denial('forbidden')
    return ground
  })
  // A large file is read while no connection waits for it.
  const reading = readMetricRows(await readTable(file), await readMetricVocabulary(words.flat()))
  if (reading.refused !== null) throw new Denial('invalid', `file:${reading.refused}`)
  const wanted = reading.rows.map((row) => row.wanted)
  const lines = joinLines(reading.rows, decideEntries(standings, wanted, now))
  const voice = await voiceOf(asLocale(locale))
  const { moved, shown, isReady, headline, counts } = sortLines(lines)
  return {
    headline: voice.translator('metrics')(`bring.${headline}`, counts),
    rows: shown.map((line) => sayLine(voice, line)),
    ...closeSheet(voice, {
      ...{ ignored: reading.ignored, unchanged: lines.length - shown.length },
      changes: isReady ? moved.map(({ decision }) => asWanted(decision)) : null,
    }),
  }
}

/** A decision as it comes back to be saved, with the version that was seen. */
function asWanted({ wanted: { row, metric, quarter }, before, after, changed }: EntryDecision) {
  const set = Object.fromEntries(changed.map((key) => [key, after[key]]))
  return { row, metric, quarter, version: before?.version ?? null, set }
}

const COLUMN: Record<keyof Values, MetricColumn> = {
  ...{ value: 'value', breakdown: 'parts', source: 'source', context: 'context' },
  status: 'status',
}

function sayLine(
  voice: Voice,
  { decision, name, faults }: SheetLine<EntryDecision, Fault>,
): PreviewRow {
  const t = voice.translator('metrics')
  const sheet = voice.translator('sheet')
  const { wanted, before, after, changed } = decision
  return {
    row: wanted.row,
    what: [name, wanted.quarter].filter(Boolean).join(', '),
    changes: changed.map((key) =>
      sheet('preview.change', {
        column: t(`sheet.${COLUMN[key]}`),
        was: before ? sayValue(voice, before, key) : sheet('preview.nothing'),
        will: sayValue(voice, after, key),
      }),
    ),
    faults: faults.map(({ column, fault, values = {} }) =>
      sheet('preview.fault', {
        column: t(`sheet.${column}`),
        fault: t(`bring.faults.${fault}` as 'bring.faults.twice', values as { row: number }),
      }),
    ),
  }
}

function sayValue(voice: Voice, values: Values, key: keyof Values): string {
  const t = voice.translator('metrics')
  const said = {
    value: () => (values.value === null ? '' : voice.format.number(values.value)),
    breakdown: () => sayParts(voice, Object.keys(values.breakdown), values.breakdown),
    source: () => values.source,
    context: () => values.context,
    status: () => t(`status.${values.status}`),
  }[key]()
  return said || voice.translator('sheet')('preview.nothing')
}
