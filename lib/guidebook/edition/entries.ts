import type { EditionEntry, EntryKind } from './rules'
import type { Bundle, GermanText } from './schema'

/** An edition taken to pieces, each with its facts in English and German: what can be compared. */
export function listEntries({ content, german }: Pick<Bundle, 'content' | 'german'>) {
  const { steps, scale, meta } = content
  const make = (kind: EntryKind, id: string, name: string, own: object, step?: string) =>
    makeEntry(german, { kind, id, name, own, step: step ?? null })
  return [
    ...content.parts.map((part) => make('parts', part.slug, part.title, part)),
    ...steps.map((step) => make('steps', step.slug, step.title, without(LISTS, step))),
    ...steps.flatMap(({ slug: step, ...lists }) => [
      ...lists.checklist.map((item) => make('checklist', item.id, item.label, item, step)),
      make('upkeep', lists.upkeep.id, lists.upkeep.label, lists.upkeep, step),
      ...lists.milestones.map((one) => make('milestones', one.id, one.title, one, step)),
      ...lists.statements.map((one) => make('statements', one.id, one.text, one, step)),
      ...lists.tips.map((tip) => make('tips', tip.id, tip.label, tip, step)),
      ...lists.tasks.map((task) => make('tasks', task.id, task.title, task, step)),
      ...lists.tools.map((tool) => make('tools', tool.id, tool.name, tool, step)),
    ]),
    ...content.metrics.map((metric) => make('metrics', metric.slug, metric.label, metric)),
    make('frame', 'meta', meta.title, { title: meta.title, modelVersion: meta.modelVersion }),
    ...content.sectors.map((one) => make('frame', `sectors.${one.slug}`, one.label, one)),
    ...content.states.map((one) => make('frame', `states.${one.slug}`, one.label, one)),
    ...content.stages.map((one) => make('frame', `stages.${one.stage}`, one.label, one)),
    make('frame', 'scale', scale.instruction, {
      ...{ instruction: scale.instruction, dontKnow: scale.dontKnow.label },
      bands: scale.bandLabels,
    }),
    ...scale.levels.map((one) => make('frame', `scale.levels.${one.level}`, one.label, one)),
    ...content.keyPrinciples.map((one) =>
      make('frame', `keyPrinciples.${one.slug}`, one.label, one),
    ),
    ...content.benefits.map((one) => make('frame', `benefits.${one.audience}`, one.label, one)),
    ...content.interactiveTools.map((one) =>
      make('frame', `interactiveTools.${one.slug}`, one.label, one),
    ),
  ]
}

const LISTS = ['tips', 'tools', 'checklist', 'upkeep', 'milestones', 'tasks', 'statements']

function without(names: readonly string[], value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
}

const PREFIXED: readonly EntryKind[] = ['steps', 'metrics']

function makeEntry(
  german: GermanText,
  { own, ...entry }: Omit<EditionEntry, 'facts'> & { own: object },
): EditionEntry {
  const { id, kind } = entry
  const texts = german[PREFIXED.includes(kind) ? `${kind}.${id}` : id] ?? {}
  // Its place in the list is compared list by list: one more at the top moves all others.
  const facts = flatten(without(['order'], own))
  return { ...entry, facts: { ...facts, ...flatten(texts, 'de.') } }
}

/** Facts within facts under a name of their own ('quote.gist', 'anchors.3'); the id is no fact. */
function flatten(value: object, before = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, fact]: [string, unknown]) => {
      if (fact === null || fact === undefined || (before === '' && key === 'id')) return []
      const name = `${before}${Array.isArray(value) ? Number(key) + 1 : key}`
      if (
        Array.isArray(fact) &&
        fact.every((one) => typeof one === 'string') &&
        key !== 'anchors'
      ) {
        return [[name, fact.join(', ')]]
      }
      if (typeof fact !== 'object') return [[name, String(fact)]]
      return Object.entries(flatten(fact, `${name}.`))
    }),
  )
}
