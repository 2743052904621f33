import { bandOf } from '@/lib/assessment/change/rules'
import { getRound, type RoundFound } from '@/lib/assessment/data'
import { SPREAD } from '@/lib/assessment/results/rules'
import type { Viewer } from '@/lib/auth/rules'
import { Denial } from '@/lib/errors'
import { asLocale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import type { Format } from '@/lib/sheet/rules'
import { type SheetFile, writeTable } from '@/lib/sheet/write'

/** The columns in their order; the five levels have a column each, the bands of few answers too. */
const COLUMNS = [
  ...(['step', 'statement', 'people', 'organisations', 'level', 'band', 'median'] as const),
  ...(['level1', 'level2', 'level12', 'level3', 'level45', 'level4', 'level5'] as const),
  ...(['spread', 'camps', 'cannotJudge', 'sectors'] as const),
]
const WIDTHS = [28, 60, 10, 14, 8, 20, 8, 8, 8, 8, 8, 8, 8, 8, 18, 12, 14, 50]
const FIVE = ['level1', 'level2', 'level3', 'level4', 'level5'] as const
const THREE = ['level12', 'level3', 'level45'] as const

type Cells = Partial<Record<(typeof COLUMNS)[number], string>>
type Step = NonNullable<RoundFound['results']>['steps'][number]

/**
 * What a closed round says as a file in the reader's language: a row for each step and one for each
 * of its statements, suppressed like the page, for it reads the same. Throws Denial('not-found').
 */
export async function exportRound(
  viewer: Viewer,
  { slug, id }: { slug: string; id: string },
  locale: string,
  format: Format,
): Promise<SheetFile> {
  const { results, round } = await getRound(viewer, slug, id, locale)
  if (!results) throw new Denial('not-found')
  const voice = await voiceOf(asLocale(locale))
  const t = voice.translator('results')
  const rows = results.steps.flatMap((step) => [
    sayStep(voice, step),
    ...step.statements.map((one) => sayStatement(voice, step, one)),
  ])
  const table = [
    COLUMNS.map((column) => t(`sheet.${column}`)),
    ...rows.map((cells) => COLUMNS.map((column) => cells[column] ?? '')),
  ]
  return writeTable(table, {
    fileName: `${slug}-${t('sheet.file')}-${round.closedOn ?? ''}`,
    ...{ sheetName: t('sheet.name'), widths: WIDTHS, format, locale },
  })
}

function sayStep(voice: Voice, { asked, result }: Step): Cells {
  const t = voice.translator('results')
  const { level } = result
  return {
    step: `${asked.number}. ${asked.title}`,
    people: String(result.respondents),
    organisations: String(result.organisations),
    level: sayNumber(voice, level),
    band: level === null ? '' : voice.translator('rounds')(`band.${bandOf(level)}`),
    sectors: Object.entries(result.groups)
      .map(([sector, group]) => {
        const name = voice.translator('words')(`sector.${sector as 'public'}`)
        return `${name}: ${t('group', { level: group.level, people: group.respondents })}`
      })
      .join('; '),
  }
}

function sayStatement(voice: Voice, { asked }: Step, one: Step['statements'][number]): Cells {
  const t = voice.translator('results')
  const { bars, agreement } = one
  const columns = bars?.length === 5 ? FIVE : THREE
  return {
    step: `${asked.number}. ${asked.title}`,
    statement: asked.statements.find(({ id }) => id === one.statement)?.text ?? one.statement,
    people: sayNumber(voice, one.answers),
    level: sayNumber(voice, one.level),
    median: sayNumber(voice, one.median),
    ...Object.fromEntries((bars ?? []).map((count, index) => [columns[index], String(count)])),
    spread: agreement ? t(`spread.${SPREAD[agreement]}`) : t('hidden'),
    camps: one.twoCamps ? t('camps') : '',
    cannotJudge: `${one.cannotJudge} %`,
  }
}

/** As the reader's language writes it, so that a spreadsheet takes it for a number and for no day. */
function sayNumber({ format }: Voice, value: number | null): string {
  return value === null ? '' : format.number(value)
}
