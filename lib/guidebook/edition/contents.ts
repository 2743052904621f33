import type { GuideStepContent } from './schema'

const LISTS = ['tips', 'tools', 'checklist', 'milestones', 'tasks', 'statements'] as const

/** All that a step holds under an id of its own, each with its path within the step. */
export function listContents(step: GuideStepContent) {
  const { upkeep } = step
  return [
    ...LISTS.flatMap((kind) =>
      step[kind].map(({ id, slug }, index) => ({ id, slug, kind, path: `${kind}[${index}]` })),
    ),
    { id: upkeep.id, slug: upkeep.slug, kind: 'upkeep' as const, path: 'upkeep' },
  ]
}
