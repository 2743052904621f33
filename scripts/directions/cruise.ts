import { join, resolve } from 'node:path'
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import law from '../../.dependency-cruiser.mjs'

/** A rule that was broken, and by which import. */
export type Violation = { rule: string; from: string; to: string }

/** Which folders and files are looked at, where they exist. */
const PLACES = [
  'app',
  'components',
  'lib',
  'prisma',
  'scripts',
  'tests',
  'proxy.ts',
  'instrumentation.ts',
]

/** How many modules a tree has, and where it breaks the law of directions. */
export async function checkDirections(
  root: string,
  places: readonly string[] = PLACES,
): Promise<{ modules: number; violations: Violation[] }> {
  const { forbidden, options } = law
  const { output } = await cruise(
    [...places],
    {
      ...options,
      baseDir: resolve(root),
      ruleSet: { forbidden } as IFlattenedRuleSet,
      validate: true,
    },
    { ...options.enhancedResolveOptions },
    { tsConfig: extractTsConfig(join(root, 'tsconfig.json')) },
  )
  const { summary } = output as ICruiseResult
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
  return { modules: summary.totalCruised, violations }
}
