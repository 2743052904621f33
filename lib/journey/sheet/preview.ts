import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { Denial } from '@/lib/errors'
import { asLocale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { canPlan } from '@/lib/journey/access/rules'
import { type Decision, decide } from '@/lib/journey/sheet/deciding/rules'
import { readRows } from '@/lib/journey/sheet/reading/rules'
import type { Fault, Values, Wanted } from '@/lib/journey/sheet/rules'
import type { LookAtSheet } from '@/lib/journey/sheet/schema'
import { readGround, type SheetGround } from '@/lib/journey/sheet/situation'
import { sayOwner, sayState } from '@/lib/journey/sheet/words'
import { getRegion } from '@/lib/regions/find'
import { readTable } from '@/lib/sheet/read'
import { closeSheet, joinLines, type SheetLine, sortLines } from '@/lib/sheet/previewing'
import type { PreviewRow, SheetPreview } from '@/lib/sheet/rules'

/** The region whose sheet may be brought back: its coordinators'. Throws Denial('not-found') to others. */
export function getSheetRegion(viewer: Viewer, slug: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    if (!canPlan(viewer, region.id)) throw new Denial('not-found')
    return region
  })
}

/**
 * Reads a changed sheet and says what it would change; nothing is written.
 * Throws Denial: not-found, forbidden, or a fault of `file`.
 */
export async function lookAtSheet(
  viewer: Viewer,
  { regionId, file }: LookAtSheet,
  locale: string,
): Promise<SheetPreview> {
  const ground = await asViewer(viewer, async (db) => {
    const found = await readGround(db, viewer, { id: regionId }, locale)
    if (!canPlan(viewer, found.record.id)) throw new Denial('forbidden')
    return found
  })
  const reading = readRows(await readTable(file), ground.vocabulary)
  if (reading.refused !== null) throw new Denial('invalid', `file:${reading.refused}`)
  const decisions = decide(
    ground.situation,
    reading.rows.map(({ wanted }) => wanted),
  )
  const lines = joinLines(reading.rows, decisions)
  return sayPreview(await voiceOf(asLocale(locale)), ground, lines, reading.ignored)
}

type Line = SheetLine<Decision, Fault>

function sayPreview(
  voice: Voice,
  ground: SheetGround,
  lines: Line[],
  ignored: string[],
): SheetPreview {
  const t = voice.translator('sheet')
  const { moved, shown, isReady, headline, counts } = sortLines(lines)
  return {
    headline: t(`preview.headline.${headline}`, counts),
    rows: shown.map((line) => sayLine(voice, ground, line)),
    ...closeSheet(voice, {
      ...{ ignored, unchanged: lines.length - shown.length },
      changes: isReady ? moved.map(({ decision }) => asWanted(decision)) : null,
    }),
  }
}

/** A decision as it comes back to be saved: with the version that was seen, and what hangs together. */
function asWanted({ wanted, before, after, changed }: Decision): Wanted {
  const together = changed.includes('state') ? (['state', 'since', 'reason'] as const) : []
  const keys = new Set<keyof Values>([...changed, ...together])
  const set = Object.fromEntries([...keys].map((key) => [key, after[key]])) as Partial<Values>
  return { ...wanted, version: before?.version ?? null, set }
}

function sayLine(voice: Voice, ground: SheetGround, { decision, name, faults }: Line): PreviewRow {
  const t = voice.translator('sheet')
  const { wanted, before, after, changed } = decision
  const say = (values: Values, key: keyof Values) => sayValue(voice, ground, values, key)
  const step = ground.guide.steps.find(({ slug }) => slug === after.step)
  return {
    row: wanted.row,
    what: before?.title ?? name,
    changes: [
      ...(before === null && step ? [t('preview.added', { step: step.title })] : []),
      ...changed
        .filter((key) => before !== null || key !== 'title')
        .map((key) =>
          t('preview.change', {
            column: t(`columns.${key}`),
            was: before ? say(before, key) : t('preview.nothing'),
            will: say(after, key),
          }),
        ),
    ],
    faults: faults.map(({ column, fault, values = {} }) =>
      t('preview.fault', {
        column: t(`columns.${column}`),
        fault: t(`faults.${fault}` as 'faults.required', values),
      }),
    ),
  }
}

function sayValue(
  voice: Voice,
  { vocabulary, partners }: SheetGround,
  values: Values,
  key: keyof Values,
): string {
  if (key === 'state') return sayState(voice, values.state)
  if (key === 'owner') return sayOwner(voice, values.owner, vocabulary, partners)
  const value = values[key] || null
  if (value === null) return voice.translator('sheet')('preview.nothing')
  const isDay = key === 'day' || key === 'since'
  return isDay ? voice.format.dateTime(fromDay(value), { dateStyle: 'medium' }) : value
}
