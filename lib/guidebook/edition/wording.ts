import { pickGerman } from './german'
import type { Edition, Row } from './schema'

/** What belongs to an edition as a whole: sectors, stages, states, scale, principles, tools. */
export function composeWording(edition: Edition): Row {
  const { sectors, stages, states, scale, benefits, keyPrinciples } = edition.content
  const german = (id: string, ...names: string[]) => ({
    translations: {
      de: pickGerman(edition, id, Object.fromEntries(names.map((name) => [name, name]))),
    },
  })
  return {
    sectors: sectors.map((sector) => ({
      ...sector,
      ...german(`sectors.${sector.slug}`, 'label', 'examples'),
    })),
    stages: stages.map(({ stage, label }) => ({
      stage,
      label,
      ...german(`stages.${stage}`, 'label'),
    })),
    states: states.map(({ slug, label, translations }) => ({
      slug,
      label,
      translations: Object.fromEntries(
        Object.entries(translations).map(([language, text]) => [language, { label: text }]),
      ),
    })),
    scale: {
      min: scale.min,
      max: scale.max,
      instruction: scale.instruction,
      dontKnow: scale.dontKnow.label,
      ...german('scale', 'instruction', 'dontKnow'),
      levels: scale.levels.map((level) => ({
        ...level,
        ...german(`scale.levels.${level.level}`, 'label', 'meaning'),
      })),
    },
    scaleBands: scale.bandLabels.map((band, index) => ({
      ...band,
      ...german(`scale.levels.${index + 1}`, 'label'),
    })),
    benefits: benefits.map((benefit) => ({
      ...benefit,
      ...german(`benefits.${benefit.audience}`, 'label', 'items'),
    })),
    keyPrinciples: keyPrinciples.map((principle) => ({
      ...principle,
      ...german(`keyPrinciples.${principle.slug}`, 'label', 'paraphrase'),
    })),
    interactiveTools: edition.content.interactiveTools.map(({ slug, label, steps }) => ({
      ...{ slug, label, steps, tools: listToolIds(edition, slug) },
      ...german(`interactiveTools.${slug}`, 'label'),
    })),
    triggers: edition.content.steps.flatMap(listTriggers),
  }
}

/** Ids of the guidebook's tools that an interactive tool stands for. */
function listToolIds({ content }: Edition, slug: string): string[] {
  return content.steps.flatMap((step) =>
    step.tools.filter((tool) => tool.interactiveTool === slug).map((tool) => tool.id),
  )
}

/** Ids of the items whose being done suggests that a milestone is reached. */
export function listTriggers(step: Edition['content']['steps'][number]): string[] {
  const rules = step.milestones.map((milestone) => milestone.autoSuggest?.split(/[\s()]+/) ?? [])
  return step.checklist
    .filter((item) => rules.some((words) => words.includes(item.slug)))
    .map((item) => item.id)
}
