import type { Viewer } from '@/lib/auth/rules'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { asLocale } from '@/lib/i18n/locales'
import { type Translator, type Voice, voiceOf } from '@/lib/i18n/voice'
import { canKeepPartners } from '@/lib/partners/access/rules'
import { readPartners } from '@/lib/partners/read'
import { type Decision, decide } from '@/lib/partners/sheet/deciding/rules'
import { nameOrganisations } from '@/lib/partners/sheet/naming/rules'
import { type Reading, readRows, type Vocabulary } from '@/lib/partners/sheet/reading/rules'
import type { Fault, Values } from '@/lib/partners/sheet/rules'
import type { LookAtPartners } from '@/lib/partners/sheet/schema'
import { standingOf } from '@/lib/partners/sheet/standing'
import { readVocabulary, sayValue } from '@/lib/partners/sheet/words'
import { getRegion } from '@/lib/regions/find'
import { readRelations } from '@/lib/relations/read'
import { lookAtRelations, type RelationsLook } from '@/lib/relations/sheet/preview'
import { isRelationTable } from '@/lib/relations/sheet/reading/rules'
import { readRelationVocabulary } from '@/lib/relations/sheet/words'
import { joinLines } from '@/lib/sheet/previewing'
import { readTables } from '@/lib/sheet/read'
import {
  type Cell,
  MOST_CHANGES_LENGTH,
  type PreviewRow,
  type SheetPreview,
} from '@/lib/sheet/rules'

/** A row of the preview; `options` where somebody has to say whom it is about. */
export interface PartnersRow extends PreviewRow {
  options: { value: string; label: string }[]
}

export interface PartnersPreview extends Omit<SheetPreview, 'rows'> {
  rows: PartnersRow[]
  /** Of the sheet of relations, and what is to be sent for them to be saved. */
  relationRows: PreviewRow[]
  relations: string
}

/**
 * Reads a sheet of organisations, of relations, or both, and says what it would change; nothing is
 * written.
 * Throws Denial: not-found, forbidden, or a fault of `file`.
 */
export async function lookAtPartners(
  viewer: Viewer,
  { regionId, file }: LookAtPartners,
  locale: string,
): Promise<PartnersPreview> {
  const { region, partners, relations } = await asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { id: regionId })
    if (!canKeepPartners(viewer, regionId)) throw new Denial('forbidden')
    const partners = await readPartners(db, regionId)
    return { region, partners, relations: await readRelations(db, regionId) }
  })
  const vocabulary = await readRelationVocabulary()
  const tables = await readTables(file, 2)
  const second = tables.find((table) => isRelationTable(table, vocabulary)) ?? []
  const first = tables.find((table) => table !== second)
  const reading = readOrganisations(first, second.length > 0, await readVocabulary())
  if (reading.refused !== null) throw new Denial('invalid', `file:${reading.refused}`)
  const present = partners.filter(({ archived }) => !archived).map(standingOf)
  const situation = { partners: present, today: dayIn(region.timeZone, new Date()) }
  const wanted = reading.rows.map((row) => row.wanted)
  const decisions = decide(situation, wanted, new Map())
  const lines = joinLines(reading.rows, decisions)
  const voice = await voiceOf(asLocale(locale))
  const names = nameOrganisations(present, decisions)
  const { today } = situation
  const related = lookAtRelations(voice, vocabulary, { names, relations, today }, second)
  return sayPreview(voice, lines, related, reading.ignored)
}

/** A file of relations alone needs no sheet of organisations. */
function readOrganisations(
  table: Cell[][] | undefined,
  hasRelations: boolean,
  vocabulary: Vocabulary,
): Reading {
  const isEmpty = table === undefined || table.every((cells) => cells.every((cell) => cell === ''))
  if (hasRelations && isEmpty) return { refused: null, rows: [], ignored: [] }
  return readRows(table ?? [], vocabulary)
}

interface Line {
  decision: Decision
  name: string
  faults: Fault[]
}

function sayPreview(
  voice: Voice,
  lines: Line[],
  { rows: relationRows, wanted, counts: related, ignored: alsoIgnored }: RelationsLook,
  ignoredColumns: string[],
): PartnersPreview {
  const t = voice.translator('register')
  const sheet = voice.translator('sheet')
  const faulty = lines.filter(({ faults }) => faults.length > 0)
  const moved = lines.filter(({ decision }) => decision.changed.length > 0)
  const added = moved.filter(({ decision }) => decision.before === null)
  const asked = added.filter(({ decision }) => isAsked(decision)).length
  const faults = faulty.length + related.faulty
  const isReady = faults === 0 && moved.length + related.relations > 0
  const ignored = [...ignoredColumns, ...alsoIgnored]
  const shown = lines.filter((line) => faulty.includes(line) || moved.includes(line))
  const changes = isReady ? JSON.stringify(moved.map(({ decision }) => asWanted(decision))) : null
  const relations = JSON.stringify(wanted)
  if (changes && changes.length + relations.length > MOST_CHANGES_LENGTH) {
    throw new Denial('invalid', 'file:sheetTooLarge')
  }
  const headline = faults > 0 ? 'faulty' : isReady ? 'ready' : 'same'
  const counts = { changed: moved.length - added.length, added: added.length - asked, asked }
  return {
    headline: t(`preview.${headline}`, { ...counts, ...related, faulty: faults }),
    ...{ relationRows, relations },
    rows: shown.map((line) => sayLine(voice, line)),
    unchanged: sheet('preview.unchanged', {
      count: lines.length - shown.length + related.unchanged,
    }),
    ignored:
      ignored.length > 0 ? sheet('preview.ignored', { columns: voice.format.list(ignored) }) : null,
    changes,
  }
}

/** A row as it comes back to be saved, with the version that was seen. */
function asWanted({ wanted, before }: Decision) {
  return { ...wanted, id: wanted.id ?? before?.id ?? null, version: before?.version ?? null }
}

function isAsked({ before, likely, likelyRows }: Decision): boolean {
  return before === null && likely.length + likelyRows.length > 0
}

function sayLine(voice: Voice, { decision, name, faults }: Line): PartnersRow {
  const t = voice.translator('register')
  const sheet = voice.translator('sheet')
  const { wanted, before, after, changed } = decision
  const say = (values: Values, key: keyof Values) => {
    if (key === 'since' && values.since) {
      return voice.format.dateTime(fromDay(values.since), { dateStyle: 'medium' })
    }
    return sayValue(voice, key, values[key]) || sheet('preview.nothing')
  }
  return {
    row: wanted.row,
    what: before?.name ?? name,
    changes: [
      ...(before === null && faults.length === 0 ? [t('preview.isNew')] : []),
      ...changed
        .filter((key) => before !== null || key !== 'name')
        .map((key) =>
          sheet('preview.change', {
            column: t(`columns.${key}`),
            was: before ? say(before, key) : sheet('preview.nothing'),
            will: say(after, key),
          }),
        ),
    ],
    faults: faults.map(({ column, fault, values = {} }) =>
      sheet('preview.fault', {
        column: t(`columns.${column}`),
        fault: t(`faults.${fault}` as 'faults.required', values),
      }),
    ),
    options: isAsked(decision) ? sayOptions(t, decision) : [],
  }
}

function sayOptions(
  t: Translator<'register'>,
  { wanted: { row }, likely, likelyRows }: Decision,
): PartnersRow['options'] {
  return [
    ...likely.map(({ id, name }) => ({ value: `${row}=${id}`, label: t('choice.same', { name }) })),
    ...(likelyRows.length > 0
      ? [{ value: `${row}=skip`, label: t('choice.skip', { row: likelyRows[0] ?? 0 }) }]
      : []),
    { value: `${row}=new`, label: t('choice.new') },
  ]
}
