import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { asLocale, type Locale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { writeCsv } from '@/lib/journey/sheet/csv'
import { type Column, COLUMNS, type Format, type Standing } from '@/lib/journey/sheet/rules'
import { readGround, type SheetGround } from '@/lib/journey/sheet/situation'
import { clean, neutralise } from '@/lib/journey/sheet/text/rules'
import { sayOwner, sayState, sayStep } from '@/lib/journey/sheet/words'
import { writeXlsx } from '@/lib/journey/sheet/xlsx'

export interface SheetFile {
  name: string
  type: string
  body: Buffer
}

// Spreadsheets of each language expect their own separator.
const SEPARATOR = { en: ',', de: ';' } as const satisfies Record<Locale, string>

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<Format, string>

const WIDTHS = [28, 24, 16, 40, 40, 14, 16, 24, 14, 14, 40, 24, 8]

/**
 * A region's checklists and milestones as a file, in the reader's language; no cell of it is a
 * formula. Throws Denial('not-found') for what the viewer may not see.
 */
export async function exportSheet(
  viewer: Viewer,
  slug: string,
  locale: string,
  format: Format,
): Promise<SheetFile> {
  const ground = await asViewer(viewer, (db) => readGround(db, viewer, { slug }, locale))
  const voice = await voiceOf(asLocale(locale))
  const t = voice.translator('sheet')
  const { entries, today } = ground.situation
  const table = [
    COLUMNS.map((column) => t(`columns.${column}`)),
    ...entries.map((entry) => {
      const cells = sayEntry(voice, entry, ground)
      return COLUMNS.map((column) => neutralise(clean(cells[column])))
    }),
  ]
  return {
    name: `${slug}-${t('file')}-${today}.${format}`,
    type: TYPES[format],
    body:
      format === 'csv'
        ? writeCsv(table, SEPARATOR[asLocale(locale)])
        : await writeXlsx(table, { name: t('sheetName'), widths: WIDTHS }),
  }
}

function sayEntry(
  voice: Voice,
  entry: Standing,
  { guide, partners, vocabulary }: SheetGround,
): Record<Column, string> {
  const t = voice.translator('sheet')
  const step = guide.steps.find(({ slug }) => slug === entry.step)
  const rank = entry.kind === 'milestone' ? t('rank.gate') : t('rank.essential')
  return {
    ...{ id: entry.id, step: step ? sayStep(step) : entry.step, kind: t(`kinds.${entry.kind}`) },
    ...{ title: entry.title, doneWhen: entry.doneWhen, rank: entry.binding ? rank : '' },
    ...{ state: sayState(voice, entry.state) },
    owner: sayOwner(voice, entry.owner, vocabulary, partners),
    ...{ day: entry.day ?? '', since: entry.since ?? '', note: entry.note, reason: entry.reason },
    version: String(entry.version),
  }
}
