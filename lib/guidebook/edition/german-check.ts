import { listContents } from './contents'
import type { EditionFault } from './rules'
import type { EditionContent, GermanText } from './schema'

/** What a translation lacks, and what it has for nothing. */
export function findGermanFaults(content: EditionContent, german: GermanText): EditionFault[] {
  const wanted = listGermanFields(content)
  const optional = [
    ...content.keyPrinciples.map(({ slug }) => `keyPrinciples.${slug}`),
    ...content.benefits.map(({ audience }) => `benefits.${audience}`),
  ]
  const statements = content.steps.flatMap((step) => step.statements)
  return [
    ...[...wanted].flatMap(([id, fields]) =>
      fields
        .filter((field) => !german[id]?.[field])
        .map((field) => ({ path: `german.${id}.${field}`, fault: 'germanMissing' as const })),
    ),
    ...Object.keys(german)
      .filter((id) => !wanted.has(id) && !optional.includes(id))
      .map((id) => ({ path: `german.${id}`, fault: 'germanUnknown' as const })),
    ...statements
      .filter(({ id }) => german[id]?.anchors !== undefined && german[id].anchors.length !== 5)
      .map(({ id }) => ({ path: `german.${id}.anchors`, fault: 'germanAnchors' as const })),
  ]
}

function listGermanFields(content: EditionContent): Map<string, string[]> {
  const fields: Record<ReturnType<typeof listContents>[number]['kind'], string[]> = {
    tips: ['label', 'paraphrase'],
    tools: ['name', 'category'],
    checklist: ['label', 'doneWhen'],
    upkeep: ['label', 'doneWhen'],
    milestones: ['title', 'reachedWhen'],
    tasks: ['title'],
    statements: ['text', 'anchors'],
  }
  return new Map([
    ...content.steps.flatMap((step): [string, string[]][] => [
      [`steps.${step.slug}`, ['principle', 'intro']],
      ...listContents(step).map(({ id, kind }): [string, string[]] => [id, fields[kind]]),
    ]),
    ...content.metrics.map(({ slug }): [string, string[]] => [
      `metrics.${slug}`,
      ['label', 'unit', 'definition', 'notCounted'],
    ]),
    ...content.sectors.map(({ slug }): [string, string[]] => [
      `sectors.${slug}`,
      ['label', 'examples'],
    ]),
    ...content.stages.map(({ stage }): [string, string[]] => [`stages.${stage}`, ['label']]),
    ...content.interactiveTools.map(({ slug }): [string, string[]] => [
      `interactiveTools.${slug}`,
      ['label'],
    ]),
    ['scale', ['instruction', 'dontKnow']],
    ...content.scale.levels.map(({ level }): [string, string[]] => [
      `scale.levels.${level}`,
      ['label', 'meaning'],
    ]),
  ])
}
