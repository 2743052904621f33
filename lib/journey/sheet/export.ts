import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { asLocale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { type Column, COLUMNS, type Standing } from '@/lib/journey/sheet/rules'
import { readGround, type SheetGround } from '@/lib/journey/sheet/situation'
import { sayOwner, sayState, sayStep } from '@/lib/journey/sheet/words'
import type { Format } from '@/lib/sheet/rules'
import { type SheetFile, writeTable } from '@/lib/sheet/write'

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
      return COLUMNS.map((column) => cells[column])
    }),
  ]
  return writeTable(table, {
    ...{ fileName: `${slug}-${t('file')}-${today}`, sheetName: t('sheetName'), widths: WIDTHS },
    ...{ format, locale },
  })
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
