import type { AskedStep, Sheet } from '../../../lib/assessment/scoring/rules'
import type { Chance } from '../chance'
import type { RoundPlan } from '../plan'

/** An organisation that speaks, by a number, and its sector. */
export interface Voice {
  organisation: number
  sector: string
}

/** Every so many statements, one that many cannot see, and one that two camps judge differently. */
const UNSEEN = 7
const SPLIT = 9

/** What invented people answered: around the level planned for each step, as people differ. */
export function composeSheets(
  asked: readonly AskedStep[],
  { answered, levels, lookBack, comments = [] }: RoundPlan,
  { voices, chance }: { voices: readonly Voice[]; chance: Chance },
): Sheet[] {
  const statements = asked.flatMap(({ slug, statements: own }) =>
    own.map(({ id }) => ({ id, level: levels[slug] ?? 3 })),
  )
  return Array.from({ length: answered }, (_, person) => {
    const { organisation, sector } = voices[person % voices.length] ?? voices[0] ?? NOBODY
    const mood = (chance.below(9) - 4) / 10
    const answers = statements.map(({ id, level }, index) => {
      const isUnseen = index % UNSEEN === 3 && chance.below(10) < 4
      if (isUnseen || chance.below(25) === 0) return [id, null] as const
      const camp = index % SPLIT === 5 ? (sector === 'business' ? -1.4 : 1) : 0
      const noise = (chance.below(7) + chance.below(7) - 6) / 8
      return [id, clamp(level + mood + camp + noise)] as const
    })
    return {
      ...{ sector, organisation, answers: Object.fromEntries(answers) },
      lookBack: Object.fromEntries(
        Object.entries(lookBack ?? {}).map(([step, level]) => [
          step,
          clamp(level + (chance.below(5) - 2) / 3),
        ]),
      ),
      comments: Object.fromEntries(comments.filter((_said, index) => index === person)),
    }
  })
}

const NOBODY: Voice = { organisation: 0, sector: 'public' }

function clamp(level: number): number {
  return Math.min(5, Math.max(1, Math.round(level)))
}
