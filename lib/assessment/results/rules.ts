import { bandOf, changeBetween, type Direction } from '../change/rules'
import type { StatementResult, StepResult } from '../scoring/rules'

/** From this share of "I cannot judge this" on, a statement is not visible to partners. */
const HIDDEN_FROM_PARTNERS = 40

/** Under this share of those asked, what came in is a weak basis. */
const WEAK_BASIS = 50

/** The words of how far answers lie apart, by the names the rules give them. */
export const SPREAD = {
  'close together': 'close',
  'some spread': 'some',
  'views differ': 'differ',
} as const

/** Why a statement is worth a talk, the strongest reason first. */
type TalkReason = 'low' | 'apart' | 'cannotJudge'

export interface TalkingPoint {
  statement: string
  step: string
  reason: TalkReason
}

/** Share of those asked who answered, in whole percent, and whether that is few. */
export function responseOf({ asked, answered }: { asked: number; answered: number }) {
  const share = asked === 0 ? 0 : Math.round((100 * answered) / asked)
  return { share, isWeak: asked > 0 && answered * 100 < asked * WEAK_BASIS }
}

/** True where so many cannot judge that the matter itself is not visible to partners. */
export function isOutOfSight({ cannotJudge }: Pick<StatementResult, 'cannotJudge'>): boolean {
  return cannotJudge >= HIDDEN_FROM_PARTNERS
}

/**
 * The three statements most worth a talk: the lowest, the one judged furthest apart, and the one
 * that most could not judge; each once, and only where there is something to say.
 */
export function talkingPoints(statements: readonly StatementResult[]): TalkingPoint[] {
  const points: TalkingPoint[] = []
  const take = (
    reason: TalkReason,
    fits: (one: StatementResult) => boolean,
    weight: (one: StatementResult) => number,
  ) => {
    const [best] = statements
      .filter((one) => fits(one) && !points.some(({ statement }) => statement === one.statement))
      .sort((a, b) => weight(b) - weight(a))
    if (best) points.push({ statement: best.statement, step: best.step, reason })
  }
  take(
    'low',
    ({ level }) => level !== null && level < 3,
    ({ level }) => -(level ?? 5),
  )
  take(
    'apart',
    ({ agreement, twoCamps }) => twoCamps || agreement === 'views differ',
    ({ twoCamps, agreement }) => Number(twoCamps) + Number(agreement === 'views differ'),
  )
  take('cannotJudge', isOutOfSight, ({ cannotJudge }) => cannotJudge)
  return points
}

/**
 * What a step could aim for next: the level above the band of its lowest statement, where its own
 * anchor says what that would be. Null at the top and without levels.
 */
export function nextLevel(
  statements: readonly StatementResult[],
): { statement: string; level: 2 | 3 | 4 | 5 } | null {
  const known = statements.flatMap(({ statement, level }) =>
    level === null ? [] : [{ statement, level }],
  )
  const [lowest] = known.sort((a, b) => a.level - b.level)
  if (!lowest) return null
  const band = bandOf(lowest.level)
  if (band === 5) return null
  return { statement: lowest.statement, level: (band + 1) as 2 | 3 | 4 | 5 }
}

/** How a step moved since the round before of the same kind and wording; null where none compares. */
export function changeOf(
  after: Pick<StepResult, 'level' | 'respondents'>,
  before: Pick<StepResult, 'level' | 'respondents'> | null,
): { direction: Direction; from: number } | null {
  if (!before || before.level === null) return null
  const direction = changeBetween(before, after)
  return direction && { direction, from: before.level }
}
