import { findGermanFaults } from './german-check'
import { listContents } from './contents'
import type { EditionContent, GermanText, GuideStepContent } from './schema'
import type { EditionFault, FaultKind } from './rules'

/**
 * What is wrong with an edition beyond its shape, each fault by its path; empty when all of it fits
 * together. An edition without any German is whole; half a translation is not.
 */
export function findFaults(edition: { content: EditionContent; german: GermanText }) {
  const { content, german } = edition
  return [
    ...findCountFaults(content),
    ...findDoubles(content),
    ...content.parts.flatMap((part, index) => findPartFaults(content, part, index)),
    ...content.steps.flatMap((step, index) => findStepFaults(content, step, index)),
    ...(Object.keys(german).length > 0 ? findGermanFaults(content, german) : []),
  ]
}

/** A fault in one line for whoever reads a terminal. */
export function sayFault({ path, fault, found, wanted }: EditionFault): string {
  const details = [found && `found ${found}`, wanted && `wanted ${wanted}`].filter(Boolean)
  return `${path}: ${fault}${details.length > 0 ? ` (${details.join(', ')})` : ''}`
}

function findCountFaults({ meta, parts, steps }: EditionContent): EditionFault[] {
  const { counts } = meta
  if (!counts) return []
  const items = steps.flatMap((step) => step.checklist)
  const milestones = steps.flatMap((step) => step.milestones)
  const tipsPerStep = steps.map((step) => step.tips.length)
  const counted: Record<keyof typeof counts, string> = {
    parts: `${parts.length}`,
    steps: `${steps.length}`,
    tips: `${tipsPerStep.reduce((sum, count) => sum + count, 0)}`,
    tipsPerStep: tipsPerStep.join(),
    toolsReadable: `${steps.flatMap(listReadableTools).length}`,
    statements: `${steps.flatMap((step) => step.statements).length}`,
    checklistItems: `${items.length}`,
    essentialItems: `${items.filter((item) => item.essential).length}`,
    upkeepItems: `${steps.length}`,
    milestones: `${milestones.length}`,
    gateMilestones: `${milestones.filter((milestone) => milestone.gate).length}`,
    tasks: `${steps.flatMap((step) => step.tasks).length}`,
  }
  return Object.entries(counted).flatMap(([name, wanted]) => {
    const found = String(counts[name as keyof typeof counts])
    return found === wanted ? [] : [{ path: `meta.counts.${name}`, fault: 'count', found, wanted }]
  })
}

function findDoubles({ parts, steps, metrics, interactiveTools }: EditionContent): EditionFault[] {
  const slugs = (list: string, named: readonly { slug: string }[]) =>
    named.map(({ slug }, index) => ({ path: `${list}[${index}].slug`, name: slug, among: list }))
  const numbers = (list: string, named: readonly { number: number }[]) =>
    named.map(({ number }, index) => ({
      ...{ path: `${list}[${index}].number`, name: `${number}`, among: `${list} numbers` },
    }))
  const contents = steps.flatMap((step, at) =>
    listContents(step).map(({ id, path }) => ({
      ...{ path: `steps[${at}].${path}.id`, name: id, among: 'ids' },
    })),
  )
  const all = [
    ...contents,
    ...slugs('parts', parts),
    ...slugs('steps', steps),
    ...slugs('metrics', metrics),
    ...slugs('interactiveTools', interactiveTools),
    ...numbers('parts', parts),
    ...numbers('steps', steps),
  ]
  const met = new Set<string>()
  return all.flatMap(({ path, name, among }) => {
    const key = `${among} ${name}`
    if (met.has(key)) return [{ path, fault: 'double' as const, found: name }]
    met.add(key)
    return []
  })
}

function findPartFaults(
  { steps }: EditionContent,
  part: EditionContent['parts'][number],
  at: number,
): EditionFault[] {
  return part.steps.flatMap((slug, index) => {
    const step = steps.find((found) => found.slug === slug)
    const isInPlace = step?.part === part.slug && step.number === 2 * part.number - 1 + index
    const path = `parts[${at}].steps[${index}]`
    return isInPlace ? [] : [{ path, fault: 'place' as const, found: slug }]
  })
}

function findStepFaults(
  { interactiveTools }: EditionContent,
  step: GuideStepContent,
  at: number,
): EditionFault[] {
  const items = new Set(step.checklist.map((item) => item.slug))
  const tips = new Set(step.tips.map((tip) => tip.slug))
  const tools = new Set(interactiveTools.map((tool) => tool.slug))
  const kinds = ['tips', 'tools', 'checklist', 'milestones', 'tasks', 'statements'] as const
  const fault = (path: string, kind: FaultKind, found: string, wanted?: string): EditionFault => ({
    ...{ path: `steps[${at}].${path}`, fault: kind, found },
    ...(wanted !== undefined && { wanted }),
  })
  const missing = (list: string[], known: Set<string>, path: string, kind: FaultKind) =>
    list.filter((slug) => !known.has(slug)).map((slug) => fault(path, kind, slug))
  return [
    ...listContents(step).flatMap(({ id, slug, kind, path }) => {
      const wanted = `${step.slug}.${kind}.${slug}`
      return id === wanted ? [] : [fault(`${path}.id`, 'name', id, wanted)]
    }),
    ...kinds.flatMap((kind) =>
      step[kind].flatMap(({ order }, index) =>
        order === index + 1
          ? []
          : [fault(`${kind}[${index}].order`, 'order', `${order}`, `${index + 1}`)],
      ),
    ),
    ...step.tasks.flatMap(({ supports }, index) =>
      missing(supports, items, `tasks[${index}].supports`, 'noItem'),
    ),
    ...(['checklist', 'statements'] as const).flatMap((kind) =>
      step[kind].flatMap(({ tips: named }, index) =>
        missing(named, tips, `${kind}[${index}].tips`, 'noTip'),
      ),
    ),
    ...step.tools.flatMap(({ productForm, interactiveTool = '' }, index) =>
      productForm === 'interactive' && !tools.has(interactiveTool)
        ? [fault(`tools[${index}].interactiveTool`, 'noTool', interactiveTool)]
        : [],
    ),
    ...step.statements.flatMap(({ anchors }, index) => {
      const levels = anchors.map(({ level }) => level).join()
      return levels === '1,2,3,4,5'
        ? []
        : [fault(`statements[${index}].anchors`, 'anchors', levels, '1,2,3,4,5')]
    }),
  ]
}

function listReadableTools(step: GuideStepContent) {
  return step.tools.filter((tool) => tool.productForm !== 'unknown')
}
