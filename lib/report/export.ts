import type { Viewer } from '@/lib/auth/rules'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { getReport } from '@/lib/report/data'
import type { ReportSection } from '@/lib/report/document'
import { writePdf } from '@/lib/report/pdf/write'
import type { ReportQuery } from '@/lib/report/schema'
import { type SheetFile, writeTable } from '@/lib/sheet/write'

/** A report as a file. Throws Denial('not-found'). */
export async function exportReport(
  viewer: Viewer,
  slug: string,
  query: ReportQuery,
  { locale, format }: { locale: string; format: 'pdf' | 'xlsx' },
): Promise<SheetFile> {
  const { document, region, period, language } = await getReport(viewer, slug, query, locale)
  const t = (await voiceOf(asLocale(language))).translator('report')
  const fileName = `${region.slug}-${t('file')}-${period.from}-${period.to}`
  if (format === 'pdf') {
    return { name: `${fileName}.pdf`, type: 'application/pdf', body: await writePdf(document) }
  }
  const [first, ...more] = document.sections.map((section) => ({
    table: toTable(section),
    sheetName: section.title.slice(0, 30),
    widths: [34, 30, 30, 40],
  }))
  const { table, ...sheet } = first ?? { table: [], sheetName: document.title, widths: [40] }
  return writeTable(table, { ...sheet, more, fileName, format, locale: language })
}

/** A section as rows: words one below the other, tables with their headers. */
function toTable({ title, blocks }: ReportSection): string[][] {
  return [
    [title],
    ...blocks.flatMap((block) => {
      if (block.kind === 'words') return [[block.text]]
      if (block.kind === 'journey') return []
      return [block.head, ...block.rows]
    }),
  ]
}
