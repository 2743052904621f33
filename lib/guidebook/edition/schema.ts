import { z } from 'zod'
import { SECTORS } from '../../partners/rules'

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
// Text only: no marks that steer a machine, and never more than a page.
const line = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'control')
const some = <T extends z.ZodType>(kind: T) => z.array(kind).min(1).max(60)
const place = { slug, order: z.int().min(1) }
const titles = z.object({ de: line, nl: line, cs: line, it: line })

/** The id of a step's content: step, kind and slug. */
const idOf = (kind: string) =>
  z.string().regex(new RegExp(`^[a-z-]+\\.${kind}\\.[a-z0-9]+(-[a-z0-9]+)*$`))

const sector = z.enum(SECTORS)
const usualOwner = z.union([
  z.enum(['coordinator', 'any-partner', 'each-partner']),
  z.templateLiteral(['partner:', sector]),
])

const part = z.object({
  number: z.int().min(1).max(4),
  slug,
  title: line,
  steps: z.array(slug).length(2),
  translations: titles,
})

const tip = z.object({ ...place, id: idOf('tips'), label: line, paraphrase: line })

const tool = z.object({
  ...place,
  id: idOf('tools'),
  name: line,
  category: line,
  // One line of the guidebook's tables cannot be read any more.
  productForm: z.enum(['interactive', 'template', 'link', 'unknown']),
  interactiveTool: slug.optional(),
})

const item = z.object({
  ...place,
  id: idOf('checklist'),
  label: line,
  doneWhen: line,
  essential: z.boolean(),
  defaultOwner: usualOwner,
  evidence: line,
  weight: z.union([z.literal(1), z.literal(2)]),
  autoSuggest: line.nullable(),
  tips: z.array(slug),
})

const upkeep = z.object({
  slug,
  id: idOf('upkeep'),
  label: line,
  doneWhen: line,
  everyMonths: z.int().min(1).max(24),
})

const milestone = z.object({
  ...place,
  id: idOf('milestones'),
  title: line,
  reachedWhen: line,
  gate: z.boolean(),
  weight: z.union([z.literal(1), z.literal(2)]),
  autoSuggest: line.nullable(),
})

const task = z.object({
  ...place,
  id: idOf('tasks'),
  title: line,
  suggestedAssignee: usualOwner,
  weeksAfterStepStart: z.int().min(0),
  supports: z.array(slug).min(1),
})

const statement = z.object({
  ...place,
  id: idOf('statements'),
  text: line,
  core: z.boolean(),
  version: z.int().min(1),
  anchors: z.array(z.object({ level: z.int().min(1).max(5), text: line })).length(5),
  tips: z.array(slug),
})

const step = z.object({
  number: z.int().min(1).max(8),
  slug,
  part: slug,
  title: line,
  principle: line,
  intro: line,
  quote: z.object({ speaker: line, organisation: line, gist: line }),
  tips: some(tip),
  tools: some(tool),
  checklist: some(item),
  upkeep,
  milestones: some(milestone),
  tasks: some(task),
  statements: some(statement),
  translations: titles,
})

const metric = z.object({
  slug: z.string().regex(/^[a-z_]+$/),
  label: line,
  unit: line,
  type: z.enum(['stock', 'flow']),
  core: z.boolean(),
  definition: line,
  notCounted: line,
  breakdown: z.array(line),
  overTime: line,
  acrossRegions: line,
  auto: line.nullable(),
  pactAnalogue: line.nullable(),
})

const labelled = z.object({ slug: z.string().regex(/^[a-z_]+$/), label: line })

const demonstrator = z.object({
  slug,
  name: line,
  country: z.string().regex(/^[A-Z]{2}$/),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  territoryType: z.enum(['city', 'region', 'interregional']),
  titleGist: line,
  forum: line.nullable(),
  context: line,
  goals: z.array(line).min(1),
  challenges: z.array(z.object({ label: line, paraphrase: line })).min(1),
  facts: z.array(
    z.object({
      label: line,
      value: line,
      unit: line.nullable(),
      kind: z.enum(['context', 'result']),
    }),
  ),
  targets: z.array(
    z.object({
      label: line,
      value: z.union([line, z.number()]),
      unit: line.nullable(),
      metric: line.nullable(),
      dueDate: line.nullable(),
      baseline: z.number().nullable(),
    }),
  ),
  organisations: z.array(
    z.object({
      name: line,
      sector,
      subtype: line,
      intermediary: z.boolean(),
      confidence: z.enum(['low', 'medium', 'high']),
      basis: line,
    }),
  ),
  outlook: z.array(line),
  nextMilestones: z.array(z.object({ title: line, date: line.nullable(), status: line })),
})

const counts = z.object({
  parts: z.int(),
  steps: z.int(),
  tips: z.int(),
  tipsPerStep: z.array(z.int()),
  toolsReadable: z.int(),
  statements: z.int(),
  checklistItems: z.int(),
  essentialItems: z.int(),
  upkeepItems: z.int(),
  milestones: z.int(),
  gateMilestones: z.int(),
  tasks: z.int(),
})

/** What an edition says; a file may promise how much of it there is. */
const contentSchema = z.object({
  meta: z.object({ title: line, modelVersion: line, counts: counts.optional() }),
  parts: z.array(part).length(4),
  steps: z.array(step).length(8),
  sectors: z
    .array(labelled.extend({ examples: line, subtypes: z.array(line).optional() }))
    .length(4),
  states: z.array(labelled.extend({ translations: titles })).length(5),
  stages: z.array(z.object({ stage: z.int().min(0).max(4), label: line })).length(5),
  scale: z.object({
    min: z.literal(1),
    max: z.literal(5),
    dontKnow: z.object({ label: line }),
    instruction: line,
    levels: z.array(z.object({ level: z.int(), label: line, meaning: line })).length(5),
    bandLabels: z.array(z.object({ min: z.number(), max: z.number(), label: line })).length(5),
  }),
  metrics: z.array(metric).length(8),
  keyPrinciples: some(z.object({ number: z.int(), slug, label: line, paraphrase: line })),
  benefits: some(z.object({ audience: slug, label: line, items: z.array(line) })),
  interactiveTools: some(
    z.object({ slug, label: line, steps: z.array(slug).min(1), priority: z.int() }),
  ),
})

/** What the product takes from an edition's journey.json; other keys are left where they are. */
export const editionSchema = contentSchema.extend({
  demonstrators: z.array(demonstrator).length(4),
})

/** German text by the content's id; each text a line, or a list of lines (anchors, benefits). */
export const germanSchema = z.record(
  z.string().regex(/^[A-Za-z0-9_.-]{1,200}$/),
  z.record(z.string().regex(/^[A-Za-z]{1,40}$/), z.union([line, z.array(line).max(20)])),
)

export const BUNDLE_FORMAT = 'lep-journey-edition/1'

/** One file that holds an edition: its content, and its German unless there is none yet. */
export const bundleSchema = z.object({
  format: z.literal(BUNDLE_FORMAT),
  content: contentSchema,
  german: germanSchema.default({}),
})

export type Bundle = z.output<typeof bundleSchema>
export type EditionContent = z.infer<typeof contentSchema>
export type GuideStepContent = EditionContent['steps'][number]
export type GermanText = z.infer<typeof germanSchema>
export type DemonstratorContent = z.infer<typeof demonstrator>

export interface Edition {
  number: number
  content: EditionContent
  german: GermanText
  /** SHA-256 of what it was loaded from. */
  digest: string
}

/** A row under the names its columns have in the database. */
export type Row = Record<string, unknown>
