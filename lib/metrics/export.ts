import type { Viewer } from '@/lib/auth/rules'
import { asLocale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { getMetrics } from '@/lib/metrics/data'
import { type Breakdown, listParts } from '@/lib/metrics/rules'
import { METRIC_COLUMNS } from '@/lib/metrics/sheet/rules'
import type { Format } from '@/lib/sheet/rules'
import { type SheetFile, writeTable } from '@/lib/sheet/write'

/**
 * Every version of every quarter as a file in the reader's language: metrics in the guidebook's
 * order, the latest quarter first. Throws Denial('not-found').
 */
export async function exportMetrics(
  viewer: Viewer,
  slug: string,
  locale: string,
  format: Format,
): Promise<SheetFile> {
  const { metrics, region } = await getMetrics(viewer, slug, locale)
  const { translator, format: say } = await voiceOf(asLocale(locale))
  const t = translator('metrics')
  const number = (value: number | null) => (value === null ? '' : say.number(value))
  const rows = metrics.flatMap(({ words, entries }) =>
    entries.map((entry) => [
      ...[words.label, words.unit, entry.quarter, number(entry.value)],
      ...[t(`status.${entry.status}`), String(entry.version)],
      sayParts({ translator, format: say }, listParts(words.id), entry.breakdown),
      ...[entry.source, entry.context],
    ]),
  )
  return writeTable([METRIC_COLUMNS.map((column) => t(`sheet.${column}`)), ...rows], {
    fileName: `${region.slug}-${t('sheet.file')}`,
    ...{ sheetName: t('title'), widths: [34, 16, 10, 14, 12, 9, 60, 40, 40], format, locale },
  })
}

/** Parts with their numbers, as the sheet holds them: "Workshops: 3; Courses: 2". */
export function sayParts(
  { translator, format }: Pick<Voice, 'translator' | 'format'>,
  parts: readonly string[],
  breakdown: Breakdown,
): string {
  const t = translator('metrics')
  return parts
    .filter((part) => breakdown[part] !== undefined)
    .map((part) => `${t(`part.${part}` as 'part.micro')}: ${format.number(breakdown[part] ?? 0)}`)
    .join('; ')
}
