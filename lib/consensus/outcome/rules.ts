import type { AskedStep, StatementResult, StepResult } from '../../assessment/scoring/rules'
import { seenTenths } from '../../journey/confirmation/rules'

/** What the room agreed on for one statement. */
export interface Agreed {
  statement: string
  level: number
  reason: string
  evidence: string
}

/** Who was there, in numbers. */
export interface Present {
  people: number
  organisations: number
  sectors: number
}

/** What a result page knows of an agreed level beside what it knows of a survey's. */
export type AgreedResult = StatementResult & { agreed: true; reason: string; evidence: string }

/**
 * What a session says once it is over. A step counts when the room agreed on 60 % of its statements
 * or more, as a person's answers to it do (guidebook/rules.md); what was agreed is kept in any case.
 */
export function outcomeOf(
  asked: readonly AskedStep[],
  levels: readonly Agreed[],
  { people, organisations, sectors }: Present,
): { steps: StepResult[]; statements: AgreedResult[] } {
  const found = new Map(levels.map((one) => [one.statement, one]))
  return {
    steps: asked.flatMap(({ slug, statements }) => {
      const agreed = statements.flatMap(({ id, core }) => {
        const level = found.get(id)?.level
        return level === undefined ? [] : [{ core, level }]
      })
      if (agreed.length === 0 || agreed.length * 10 < statements.length * 6) return []
      const sum = agreed.reduce((total, { level }) => total + level, 0)
      return [
        {
          ...{ step: slug, respondents: people, organisations, sectors, groups: {} },
          level: seenTenths(sum / agreed.length) / 10,
          lowest: Math.min(...agreed.map(({ level }) => level)),
          core: agreed.find(({ core }) => core)?.level ?? null,
          lookBack: null,
          differs: false,
        },
      ]
    }),
    statements: asked.flatMap(({ slug, statements }) =>
      statements.flatMap(({ id }) => {
        const one = found.get(id)
        return one ? [asResult(slug, one)] : []
      }),
    ),
  }
}

function asResult(step: string, { statement, level, reason, evidence }: Agreed): AgreedResult {
  return {
    ...{ statement, step, level, median: level, agreed: true, reason, evidence },
    ...{ answers: null, cannotJudge: 0, agreement: null, twoCamps: false, bars: null, groups: {} },
  }
}
