import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { sortPartners } from '@/lib/partners/listing/rules'
import { readPartners } from '@/lib/partners/read'
import { COLUMNS, type Standing } from '@/lib/partners/sheet/rules'
import { standingOf } from '@/lib/partners/sheet/standing'
import { sayValue } from '@/lib/partners/sheet/words'
import { getRegion } from '@/lib/regions/find'
import type { Format } from '@/lib/sheet/rules'
import { type SheetFile, writeTable } from '@/lib/sheet/write'

const WIDTHS = [38, 36, 26, 24, 30, 16, 14, 14, 18, 30, 20, 12, 12, 30, 36, 36, 36, 8]

/**
 * The register of a region as a file, in the reader's language, without those set aside and
 * without people; no cell of it is a formula. Throws Denial('not-found').
 */
export async function exportPartners(
  viewer: Viewer,
  slug: string,
  locale: string,
  format: Format,
): Promise<SheetFile> {
  const { region, partners } = await asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    return { region, partners: await readPartners(db, region.id) }
  })
  const voice = await voiceOf(asLocale(locale))
  const t = voice.translator('register')
  const present = sortPartners(
    partners.filter(({ archived }) => !archived),
    'name',
  )
  const cellOf = (standing: Standing, column: (typeof COLUMNS)[number]) => {
    if (column === 'id') return standing.id
    if (column === 'version') return String(standing.version)
    return sayValue(voice, column, standing[column])
  }
  const table = [
    COLUMNS.map((column) => t(`columns.${column}`)),
    ...present.map(standingOf).map((one) => COLUMNS.map((column) => cellOf(one, column))),
  ]
  const today = dayIn(region.timeZone, new Date())
  return writeTable(table, {
    ...{ fileName: `${slug}-${t('file')}-${today}`, sheetName: t('sheetName'), widths: WIDTHS },
    ...{ format, locale },
  })
}
