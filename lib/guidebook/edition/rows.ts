import { pickGerman } from './german'
import type { Edition, GuideStepContent, Row } from './schema'

export const GUIDE_TABLES = [
  'guide_parts',
  'guide_steps',
  'guide_tips',
  'guide_items',
  'guide_milestones',
  'guide_statements',
  'guide_tasks',
  'guide_tools',
  'guide_metrics',
] as const

/** An edition's rows by table. Texts are translated under the names their columns have in Prisma. */
export function listGuideRows(edition: Edition): Record<(typeof GUIDE_TABLES)[number], Row[]> {
  const { parts, steps, metrics } = edition.content
  const each = (rows: (edition: Edition, step: GuideStepContent) => Row[]) =>
    steps.flatMap((step) => rows(edition, step))
  return {
    guide_parts: parts.map((part) => ({
      edition: edition.number,
      id: part.slug,
      number: part.number,
      title: part.title,
      translations: translateTitles(part.translations, {}),
    })),
    guide_steps: steps.map((step) => ({
      edition: edition.number,
      id: step.slug,
      number: step.number,
      part: step.part,
      title: step.title,
      principle: step.principle,
      intro: step.intro,
      quote: step.quote,
      translations: translateTitles(
        step.translations,
        pickGerman(edition, `steps.${step.slug}`, { principle: 'principle', intro: 'intro' }),
      ),
    })),
    guide_tips: each(tipRows),
    guide_items: each(itemRows),
    guide_milestones: each(milestoneRows),
    guide_statements: each(statementRows),
    guide_tasks: each(taskRows),
    guide_tools: each(toolRows),
    guide_metrics: metrics.map((metric, index) => {
      const { slug, label, unit, definition, core, ...details } = metric
      const texts = {
        label: 'label',
        unit: 'unit',
        definition: 'definition',
        notCounted: 'notCounted',
      }
      return {
        edition: edition.number,
        id: slug,
        position: index + 1,
        ...{ label, unit, definition, core, details },
        translations: { de: pickGerman(edition, `metrics.${slug}`, texts) },
      }
    }),
  }
}

function tipRows(edition: Edition, step: GuideStepContent): Row[] {
  return step.tips.map((tip) => ({
    ...place(edition, step, tip),
    label: tip.label,
    text: tip.paraphrase,
    translations: { de: pickGerman(edition, tip.id, { label: 'label', paraphrase: 'paraphrase' }) },
  }))
}

function itemRows(edition: Edition, step: GuideStepContent): Row[] {
  const texts = { label: 'label', doneWhen: 'doneWhen' }
  const { upkeep } = step
  return [
    ...step.checklist.map((item) => ({
      ...place(edition, step, item),
      kind: 'checklist',
      label: item.label,
      done_when: item.doneWhen,
      essential: item.essential,
      default_owner: item.defaultOwner,
      evidence: item.evidence,
      weight: item.weight,
      every_months: null,
      auto_suggest: item.autoSuggest ?? '',
      translations: { de: pickGerman(edition, item.id, texts) },
    })),
    {
      ...place(edition, step, { id: upkeep.id, order: step.checklist.length + 1 }),
      kind: 'upkeep',
      label: upkeep.label,
      done_when: upkeep.doneWhen,
      essential: false,
      default_owner: 'coordinator',
      evidence: 'note',
      weight: 0,
      every_months: upkeep.everyMonths,
      auto_suggest: '',
      translations: { de: pickGerman(edition, upkeep.id, texts) },
    },
  ]
}

function milestoneRows(edition: Edition, step: GuideStepContent): Row[] {
  const texts = { title: 'title', reachedWhen: 'reachedWhen' }
  return step.milestones.map((milestone) => ({
    ...place(edition, step, milestone),
    title: milestone.title,
    reached_when: milestone.reachedWhen,
    gate: milestone.gate,
    weight: milestone.weight,
    translations: { de: pickGerman(edition, milestone.id, texts) },
  }))
}

function statementRows(edition: Edition, step: GuideStepContent): Row[] {
  return step.statements.map((statement) => ({
    ...place(edition, step, statement),
    text: statement.text,
    core: statement.core,
    version: statement.version,
    anchors: statement.anchors.map((anchor) => anchor.text),
    translations: {
      de: pickGerman(edition, statement.id, { text: 'text', anchors: 'anchors' }),
    },
  }))
}

function taskRows(edition: Edition, step: GuideStepContent): Row[] {
  return step.tasks.map((task) => ({
    ...place(edition, step, task),
    title: task.title,
    assignee: task.suggestedAssignee,
    week: task.weeksAfterStepStart,
    supports: task.supports.map((slug) => `${step.slug}.checklist.${slug}`),
    translations: { de: pickGerman(edition, task.id, { title: 'title' }) },
  }))
}

function toolRows(edition: Edition, step: GuideStepContent): Row[] {
  const readable = step.tools.filter((tool) => tool.productForm !== 'unknown')
  return readable.map((tool) => ({
    ...place(edition, step, tool),
    name: tool.name,
    category: tool.category,
    form: tool.productForm,
    translations: { de: pickGerman(edition, tool.id, { name: 'name', category: 'category' }) },
  }))
}

function place(edition: Edition, step: GuideStepContent, content: { id: string; order: number }) {
  return { edition: edition.number, id: content.id, step: step.slug, position: content.order }
}

function translateTitles(titles: GuideStepContent['translations'], german: Row) {
  const { de, nl, cs, it } = titles
  return { de: { title: de, ...german }, nl: { title: nl }, cs: { title: cs }, it: { title: it } }
}
