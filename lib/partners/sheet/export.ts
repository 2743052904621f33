import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { asLocale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { sortPartners } from '@/lib/partners/listing/rules'
import { type Partner, readPartners } from '@/lib/partners/read'
import { COLUMNS, type Standing } from '@/lib/partners/sheet/rules'
import { standingOf } from '@/lib/partners/sheet/standing'
import { sayValue } from '@/lib/partners/sheet/words'
import { getRegion } from '@/lib/regions/find'
import { readRelations } from '@/lib/relations/read'
import { everHeld, type Relation } from '@/lib/relations/rules'
import { RELATION_COLUMNS } from '@/lib/relations/sheet/rules'
import type { Format } from '@/lib/sheet/rules'
import { type SheetFile, writeTable } from '@/lib/sheet/write'

const WIDTHS = [38, 36, 26, 24, 30, 16, 14, 14, 18, 30, 20, 12, 12, 30, 36, 36, 36, 8]

const RELATION_WIDTHS = [38, 20, 38, 14, 14]

/**
 * The register of a region as a file, in the reader's language, without those set aside and
 * without people; no cell of it is a formula. A spreadsheet has the relations on a second sheet, as
 * CSV they are a file of their own. Throws Denial('not-found').
 */
export async function exportPartners(
  viewer: Viewer,
  slug: string,
  locale: string,
  format: Format,
  what: 'organisations' | 'relations' = 'organisations',
): Promise<SheetFile> {
  const { region, partners, relations } = await asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const partners = await readPartners(db, region.id)
    return { region, partners, relations: await readRelations(db, region.id) }
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
  const second = {
    table: tabulateRelations(voice, present, relations),
    ...{ sheetName: t('relations.sheetName'), widths: RELATION_WIDTHS },
  }
  if (what === 'relations' && format === 'csv') {
    return writeTable(second.table, {
      ...{ ...second, fileName: `${slug}-${t('relations.file')}-${today}`, format, locale },
    })
  }
  return writeTable(table, {
    ...{ fileName: `${slug}-${t('file')}-${today}`, sheetName: t('sheetName'), widths: WIDTHS },
    ...{ format, locale, more: [second] },
  })
}

/** Relations by name, those that ended too. */
function tabulateRelations(voice: Voice, partners: Partner[], relations: Relation[]): string[][] {
  const nameOf = new Map(partners.map(({ id, name }) => [id, name]))
  const t = voice.translator('register')
  const said = voice.translator('network')
  return [
    RELATION_COLUMNS.map((column) => t(`relations.columns.${column}`)),
    ...relations.filter(everHeld).flatMap(({ kind, from, to, since, endedOn }) => {
      const [one, other] = [nameOf.get(from), nameOf.get(to)]
      return one && other ? [[one, said(`said.${kind}`), other, since, endedOn ?? '']] : []
    }),
  ]
}
