import { seenTenths } from '../../journey/confirmation/rules'
import { agreement, type AgreementLabel, shownGroups, SHOWN_FROM } from '../rules'

/** What one person answered, without who they are: an organisation is only a number. */
export interface Sheet {
  sector: string
  organisation: number
  /** Level by statement; null for "I cannot judge this". */
  answers: Readonly<Record<string, number | null>>
  /** Level by step, as the time of the last round is remembered. */
  lookBack: Readonly<Record<string, number>>
  comments: Readonly<Record<string, string>>
}

/** The statements of a step that a round asks, the core one marked. */
export interface AskedStep {
  slug: string
  statements: readonly { id: string; core: boolean }[]
}

/** A step as a closed round leaves it; levels have one decimal and are null under five people. */
export interface StepResult {
  step: string
  respondents: number
  organisations: number
  sectors: number
  level: number | null
  lowest: number | null
  core: number | null
  lookBack: number | null
  /** Views differ, or there are two camps, on one of its statements. */
  differs: boolean
  /** Level and number of people by sector, only where that may be shown. */
  groups: Record<string, { respondents: number; level: number }>
}

/** A statement as a closed round leaves it: nothing that may not be shown. */
export interface StatementResult {
  statement: string
  step: string
  /** How many judged it; null when too few to say anything. */
  answers: number | null
  /** Share of those who could not judge, in whole percent. */
  cannotJudge: number
  level: number | null
  median: number | null
  agreement: AgreementLabel | null
  twoCamps: boolean
  /** Five counts from ten answers on, three (1–2, 3, 4–5) from five on. */
  bars: number[] | null
  groups: Record<string, { answers: number; median: number }>
}

/** From this many answers on each of the five levels has a bar of its own, and comments are shown. */
const DETAILED_FROM = 10

/**
 * What a round says once it is closed, suppressed already: pages have nothing to leave out
 * (guidebook/model.md 3.7 and 3.11).
 */
export function scoreRound(
  asked: readonly AskedStep[],
  sheets: readonly Sheet[],
): { steps: StepResult[]; statements: StatementResult[]; comments: Remark[] } {
  const statements = asked.flatMap((step) =>
    step.statements.map(({ id }) => scoreStatement(step.slug, id, sheets)),
  )
  return {
    steps: asked.map((step) => ({
      ...scoreStep(step, sheets),
      differs: statements.some((one) => one.step === step.slug && isContested(one)),
    })),
    statements,
    comments: sheets.length < DETAILED_FROM ? [] : asked.flatMap((step) => remarksOn(step, sheets)),
  }
}

interface Remark {
  step: string
  words: string
}

function remarksOn({ slug }: AskedStep, sheets: readonly Sheet[]): Remark[] {
  return sheets.flatMap(({ comments }) => {
    const words = comments[slug]?.trim()
    return words ? [{ step: slug, words }] : []
  })
}

function isContested({ agreement: spread, twoCamps }: StatementResult): boolean {
  return spread === 'views differ' || twoCamps
}

function scoreStep(step: AskedStep, sheets: readonly Sheet[]): Omit<StepResult, 'differs'> {
  const people = sheets.flatMap((sheet) => {
    const mean = meanOfStep(step, sheet)
    return mean === null ? [] : [{ ...sheet, mean }]
  })
  const isShown = people.length >= SHOWN_FROM
  // Over everybody who judged a statement, as it stands beside them: two means of one statement over
  // nearly the same people would give the few away who are in one alone.
  const levels = step.statements.map(({ id, core }) => ({ core, level: levelOf(id, sheets) }))
  const known = levels.flatMap(({ level }) => (level === null ? [] : [level]))
  const shown = shownGroups(countBy(people.map(({ sector }) => sector)))
  const back = sheets.flatMap(({ lookBack, organisation }) => {
    const level = lookBack[step.slug]
    return level === undefined ? [] : [{ organisation, mean: level }]
  })
  return {
    step: step.slug,
    respondents: people.length,
    organisations: new Set(people.map(({ organisation }) => organisation)).size,
    sectors: new Set(people.map(({ sector }) => sector)).size,
    level: isShown ? voicesOf(people) : null,
    lowest: isShown && known.length > 0 ? Math.min(...known) : null,
    core: isShown ? (levels.find(({ core }) => core)?.level ?? null) : null,
    lookBack: back.length >= SHOWN_FROM ? voicesOf(back) : null,
    groups: Object.fromEntries(
      shown.map((sector) => {
        const group = people.filter((person) => person.sector === sector)
        return [sector, { respondents: group.length, level: voicesOf(group) }]
      }),
    ),
  }
}

function scoreStatement(
  step: string,
  statement: string,
  sheets: readonly Sheet[],
): StatementResult {
  const seen = sheets.filter(({ answers }) => statement in answers)
  const given = seen.flatMap(({ answers, sector }) => {
    const level = answers[statement]
    return typeof level === 'number' ? [{ sector, level }] : []
  })
  const levels = given.map(({ level }) => level)
  const isShown = levels.length >= SHOWN_FROM
  const spread = isShown ? agreement(levels) : null
  const shown = shownGroups(countBy(given.map(({ sector }) => sector)))
  return {
    ...{ statement, step },
    answers: isShown ? levels.length : null,
    cannotJudge:
      seen.length < SHOWN_FROM
        ? 0
        : Math.round((100 * (seen.length - levels.length)) / seen.length),
    level: isShown ? levelOf(statement, sheets) : null,
    median: spread?.median ?? null,
    agreement: spread?.adLabel ?? null,
    twoCamps: spread?.twoCamps ?? false,
    bars: isShown ? barsOf(levels) : null,
    groups: Object.fromEntries(
      shown.map((sector) => {
        const group = given.filter((one) => one.sector === sector).map(({ level }) => level)
        return [sector, { answers: group.length, median: agreement(group).median }]
      }),
    ),
  }
}

/** A person's level of a step; null if they judged fewer than 60 % of what they were asked. */
function meanOfStep({ statements }: AskedStep, { answers }: Sheet): number | null {
  const levels = statements.flatMap(({ id }) => answers[id] ?? [])
  if (levels.length === 0 || levels.length * 10 < statements.length * 6) return null
  return meanOf(levels)
}

/** One organisation, one voice, for a statement; null if nobody judged it. */
function levelOf(statement: string, people: readonly Sheet[]): number | null {
  const voices = people.flatMap(({ answers, organisation }) => {
    const level = answers[statement]
    return typeof level === 'number' ? [{ organisation, mean: level }] : []
  })
  return voices.length < SHOWN_FROM ? null : voicesOf(voices)
}

function voicesOf(people: readonly { organisation: number; mean: number }[]): number {
  const voices = Map.groupBy(people, ({ organisation }) => organisation).values()
  const level = meanOf([...voices].map((own) => meanOf(own.map(({ mean }) => mean))))
  return seenTenths(level) / 10
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function barsOf(levels: readonly number[]): number[] {
  const count = (wanted: readonly number[]) => levels.filter((one) => wanted.includes(one)).length
  const bands = levels.length >= DETAILED_FROM ? [[1], [2], [3], [4], [5]] : [[1, 2], [3], [4, 5]]
  return bands.map(count)
}

function countBy(names: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(names, (name) => name)
  return Object.fromEntries([...groups].map(([name, all]) => [name, all.length]))
}
