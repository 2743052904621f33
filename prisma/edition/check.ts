import type { EditionContent, GermanText, GuideStepContent } from '../edition-schema'

/** What is wrong with an edition beyond its shape; empty when all of it fits together. */
export function findFaults(content: EditionContent, german: GermanText): string[] {
  return [
    ...findCountFaults(content),
    ...findDoubles(content),
    ...content.parts.flatMap((part) => findPartFaults(content, part)),
    ...content.steps.flatMap((step) => findStepFaults(content, step)),
    ...findGermanFaults(content, german),
  ]
}

function findCountFaults({ meta, parts, steps }: EditionContent): string[] {
  const items = steps.flatMap((step) => step.checklist)
  const milestones = steps.flatMap((step) => step.milestones)
  const tipsPerStep = steps.map((step) => step.tips.length)
  const counted: Record<Exclude<keyof typeof meta.counts, 'tipsPerStep'>, number> = {
    parts: parts.length,
    steps: steps.length,
    tips: tipsPerStep.reduce((sum, count) => sum + count, 0),
    toolsReadable: steps.flatMap(listReadableTools).length,
    statements: steps.flatMap((step) => step.statements).length,
    checklistItems: items.length,
    essentialItems: items.filter((item) => item.essential).length,
    upkeepItems: steps.length,
    milestones: milestones.length,
    gateMilestones: milestones.filter((milestone) => milestone.gate).length,
    tasks: steps.flatMap((step) => step.tasks).length,
  }
  const faults = Object.entries(counted).flatMap(([name, count]) => {
    const promised = meta.counts[name as keyof typeof counted]
    return promised === count ? [] : [`meta.counts.${name} is ${promised}, there are ${count}`]
  })
  const isTipped = tipsPerStep.join() === meta.counts.tipsPerStep.join()
  return isTipped ? faults : [...faults, `meta.counts.tipsPerStep is not ${tipsPerStep.join(', ')}`]
}

function findDoubles({ parts, steps, metrics, interactiveTools }: EditionContent): string[] {
  const ids = [
    ...steps.flatMap(listContents).map(({ id }) => id),
    ...[...parts, ...steps].flatMap(({ slug, number }) => [
      `slug ${slug}`,
      `number ${number} of ${slug}`,
    ]),
    ...metrics.map(({ slug }) => `metric ${slug}`),
    ...interactiveTools.map(({ slug }) => `interactive tool ${slug}`),
  ]
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`)
}

function findPartFaults({ steps }: EditionContent, part: EditionContent['parts'][number]) {
  return part.steps.flatMap((slug, index) => {
    const step = steps.find((found) => found.slug === slug)
    const isInPlace = step?.part === part.slug && step.number === 2 * part.number - 1 + index
    return isInPlace
      ? []
      : [`part ${part.slug} names step ${slug}, which is not there or elsewhere`]
  })
}

function findStepFaults({ interactiveTools }: EditionContent, step: GuideStepContent): string[] {
  const items = new Set(step.checklist.map((item) => item.slug))
  const tips = new Set(step.tips.map((tip) => tip.slug))
  const tools = new Set(interactiveTools.map((tool) => tool.slug))
  const lists = [
    step.tips,
    step.tools,
    step.checklist,
    step.milestones,
    step.tasks,
    step.statements,
  ]
  return [
    ...listContents(step).flatMap(({ id, slug, kind }) =>
      id === `${step.slug}.${kind}.${slug}` ? [] : [`${id} is not named after its place`],
    ),
    ...lists.flatMap((list) =>
      list.flatMap(({ id, order }, index) =>
        order === index + 1 ? [] : [`${id} is out of order`],
      ),
    ),
    ...step.tasks.flatMap(({ id, supports }) =>
      supports.filter((slug) => !items.has(slug)).map((slug) => `${id} supports ${slug}, no item`),
    ),
    ...[...step.checklist, ...step.statements].flatMap(({ id, tips: named }) =>
      named
        .filter((slug) => !tips.has(slug))
        .map((slug) => `${id} rests on ${slug}, which is no tip`),
    ),
    ...step.tools.flatMap(({ id, productForm, interactiveTool }) =>
      productForm === 'interactive' && !tools.has(interactiveTool ?? '')
        ? [`${id} is interactive, but its tool is not there`]
        : [],
    ),
    ...step.statements.flatMap(({ id, anchors }) =>
      anchors.map(({ level }) => level).join() === '1,2,3,4,5' ? [] : [`${id} lacks a level`],
    ),
  ]
}

function findGermanFaults(content: EditionContent, german: GermanText): string[] {
  const wanted = listGermanFields(content)
  const optional = [
    ...content.keyPrinciples.map(({ slug }) => `keyPrinciples.${slug}`),
    ...content.benefits.map(({ audience }) => `benefits.${audience}`),
  ]
  const missing = [...wanted].flatMap(([id, fields]) =>
    fields.flatMap((field) => (german[id]?.[field] ? [] : [`German ${field} of ${id} is missing`])),
  )
  const unknown = Object.keys(german).filter((id) => !wanted.has(id) && !optional.includes(id))
  const anchors = content.steps
    .flatMap((step) => step.statements)
    .filter(({ id }) => german[id]?.anchors?.length !== 5)
  return [
    ...missing,
    ...unknown.map((id) => `German text for ${id}, which is not there`),
    ...anchors.map(({ id }) => `German anchors of ${id} are not five`),
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

function listReadableTools(step: GuideStepContent) {
  return step.tools.filter((tool) => tool.productForm !== 'unknown')
}

function listContents(step: GuideStepContent) {
  const named = <K extends string>(kind: K, list: readonly { id: string; slug: string }[]) =>
    list.map(({ id, slug }) => ({ id, slug, kind }))
  return [
    ...named('tips', step.tips),
    ...named('tools', step.tools),
    ...named('checklist', step.checklist),
    ...named('upkeep', [step.upkeep]),
    ...named('milestones', step.milestones),
    ...named('tasks', step.tasks),
    ...named('statements', step.statements),
  ]
}
