import type { Viewer } from '@/lib/auth/rules'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { getMetrics } from '@/lib/metrics/data'
import { listParts } from '@/lib/metrics/rules'
import type { Format } from '@/lib/sheet/rules'
import { type SheetFile, writeTable } from '@/lib/sheet/write'

const COLUMNS = [
  ...(['metric', 'unit', 'quarter', 'value', 'status', 'version'] as const),
  ...(['parts', 'source', 'context'] as const),
]

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
      listParts(words.id)
        .filter((part) => entry.breakdown[part] !== undefined)
        .map(
          (part) => `${t(`part.${part}` as 'part.micro')}: ${number(entry.breakdown[part] ?? 0)}`,
        )
        .join('; '),
      ...[entry.source, entry.context],
    ]),
  )
  return writeTable([COLUMNS.map((column) => t(`sheet.${column}`)), ...rows], {
    fileName: `${region.slug}-${t('sheet.file')}`,
    ...{ sheetName: t('title'), widths: [34, 16, 10, 14, 12, 9, 60, 40, 40], format, locale },
  })
}
