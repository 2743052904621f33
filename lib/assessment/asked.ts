import type { AskedStep } from '@/lib/assessment/scoring/rules'
import type { Guide } from '@/lib/guidebook/rules'
import type { Statement } from '@/lib/guidebook/statements'

/** A step as a round asks about it, with the words of its statements. */
export interface AskedWords extends AskedStep {
  number: number
  part: number
  title: string
  statements: Statement[]
}

/** What a round asks, step by step: all statements, or in a short form only the core ones. */
export function listAsked(
  guide: Pick<Guide, 'steps'>,
  statements: readonly Statement[],
  { kind, steps }: { kind: string; steps: readonly string[] },
): AskedWords[] {
  return guide.steps
    .filter(({ slug }) => steps.includes(slug))
    .map(({ slug, number, part, title }) => ({
      ...{ slug, number, part, title },
      statements: statements.filter(
        ({ step, core }) => step === slug && (core || kind !== 'short'),
      ),
    }))
}
