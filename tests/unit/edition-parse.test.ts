import { beforeAll, describe, expect, it } from 'vitest'
import { toFile } from '../../lib/guidebook/edition/file'
import { parseBundle } from '../../lib/guidebook/edition/parse'
import { FAULT_KINDS } from '../../lib/guidebook/edition/rules'
import { readEdition } from '../../prisma/edition/read'
import en from '../../messages/en/editions.json'
import de from '../../messages/de/editions.json'

type Json = Record<string, unknown>
type Step = Record<string, Json[]> & { slug: string; upkeep: Json }
interface File {
  [key: string]: unknown
  content: { [key: string]: unknown; steps: Step[]; parts: Json[]; meta: Json; metrics: Json[] }
  german: Record<string, Json>
}

const COUNTS = {
  ...{ parts: 4, steps: 8, tips: 39, tipsPerStep: [5, 5, 3, 6, 6, 4, 5, 5], toolsReadable: 29 },
  ...{ statements: 36, checklistItems: 58, essentialItems: 25, upkeepItems: 8, milestones: 24 },
  ...{ gateMilestones: 15, tasks: 34 },
}

let text: string
beforeAll(async () => {
  text = JSON.stringify(toFile(await readEdition()))
})

/** What a file is told once something in it is changed. */
function faultsAfter(change: (file: File, step: Step) => void): string[] {
  const file = JSON.parse(text) as File
  const [step] = file.content.steps
  if (!step) throw new Error('An edition has steps')
  change(file, step)
  const { faults } = parseBundle(JSON.stringify(file))
  return faults.map(({ path, fault }) => `${path}: ${fault}`)
}

const first = (list: Json[] | undefined): Json => list?.[0] ?? {}

describe('parseBundle', () => {
  it('reads the first edition as one file, whatever editor has written it', () => {
    expect(parseBundle(text).faults).toEqual([])
    expect(parseBundle(`\uFEFF${JSON.stringify(JSON.parse(text), null, 4)}\n`).faults).toEqual([])
  })

  it('reads an edition that has no German yet', () => {
    expect(faultsAfter((file) => (file.german = {}))).toEqual([])
    expect(faultsAfter((file) => Reflect.deleteProperty(file, 'german'))).toEqual([])
  })

  it('keeps what looks like markup as the text it is', () => {
    const bold = '<b>Write</b> the gap &amp; its cause'
    expect(faultsAfter((_, step) => (first(step.checklist).label = bold))).toEqual([])
  })

  it.each<[string, string, (file: File, step: Step) => void]>([
    ['another format', 'format: choice', (file) => (file.format = 'lep-journey-edition/9')],
    ['no content', 'content: missing', (file) => Reflect.deleteProperty(file, 'content')],
    [
      'a label that is missing',
      'content.steps[0].checklist[0].label: missing',
      (_, step) => Reflect.deleteProperty(first(step.checklist), 'label'),
    ],
    [
      'a label that is empty',
      'content.steps[0].checklist[0].label: empty',
      (_, step) => (first(step.checklist).label = '  '),
    ],
    [
      'a label without end',
      'content.steps[0].checklist[0].label: tooLong',
      (_, step) => (first(step.checklist).label = 'x'.repeat(4001)),
    ],
    [
      'a label with a control character',
      'content.steps[0].checklist[0].label: control',
      (_, step) => (first(step.checklist).label = 'Write\u0000 it'),
    ],
    [
      'a list where a text belongs',
      'content.steps[0].tips[0].paraphrase: kind',
      (_, step) => (first(step.tips).paraphrase = ['x']),
    ],
    [
      'a word where yes or no belongs',
      'content.steps[0].checklist[0].essential: kind',
      (_, step) => (first(step.checklist).essential = 'yes'),
    ],
    [
      'an owner nobody knows',
      'content.steps[0].checklist[0].defaultOwner: choice',
      (_, step) => (first(step.checklist).defaultOwner = 'mayor'),
    ],
    [
      'an id with capitals',
      'content.steps[0].checklist[0].id: format',
      (_, step) => (first(step.checklist).id = 'Purpose.checklist.X'),
    ],
    [
      'an id of another place',
      'content.steps[0].checklist[0].id: name',
      (_, step) => (first(step.checklist).id = 'ecosystem.checklist.gap-question-written'),
    ],
    [
      'a name that means nothing',
      'content.steps[0].checklist[0].colour: unknown',
      (_, step) => (first(step.checklist).colour = 'red'),
    ],
    ['no milestone', 'content.steps[0].milestones: tooFew', (_, step) => (step.milestones = [])],
    [
      'sixty-one tips',
      'content.steps[0].tips: tooMany',
      (_, step) => (step.tips = Array.from({ length: 61 }, () => first(step.tips))),
    ],
    ['seven steps', 'content.steps: tooFew', (file) => file.content.steps.pop()],
    [
      'nine metrics',
      'content.metrics: tooMany',
      ({ content: { metrics } }) => metrics.push(first(metrics)),
    ],
    [
      'an item that is there twice',
      'content.steps[0].checklist[1].id: double',
      (_, step) => Object.assign(step.checklist?.[1] ?? {}, { ...first(step.checklist), order: 2 }),
    ],
    [
      'a list out of order',
      'content.steps[0].tips[0].order: order',
      (_, step) => (first(step.tips).order = 2),
    ],
    [
      'a task for no item',
      'content.steps[0].tasks[0].supports: noItem',
      (_, step) => (first(step.tasks).supports = ['no-such-item']),
    ],
    [
      'an item that rests on no tip',
      'content.steps[0].checklist[0].tips: noTip',
      (_, step) => (first(step.checklist).tips = ['no-such-tip']),
    ],
    [
      'a tool that is not there',
      'content.steps[0].tools[0].interactiveTool: noTool',
      (_, step) => (first(step.tools).interactiveTool = 'no-such-tool'),
    ],
    [
      'four levels',
      'content.steps[0].statements[0].anchors: tooFew',
      (_, step) => (first(step.statements).anchors as Json[]).pop(),
    ],
    [
      'levels in another order',
      'content.steps[0].statements[0].anchors: anchors',
      (_, step) => (first(step.statements).anchors as Json[]).reverse(),
    ],
    [
      'a step that another part claims',
      'content.parts[0].steps[0]: place',
      (_, step) => Object.assign(step, { part: 'sustaining' }),
    ],
    [
      'two steps with one number',
      'content.steps[1].number: double',
      ({ content }) => Object.assign(content.steps[1] ?? {}, { number: 1 }),
    ],
    [
      'upkeep every thirty years',
      'content.steps[0].upkeep.everyMonths: tooMany',
      (_, step) => (step.upkeep.everyMonths = 360),
    ],
    [
      'a promise that is not kept',
      'content.meta.counts.tips: count',
      ({ content }) => (content.meta.counts = { ...COUNTS, tips: 38 }),
    ],
    [
      'half a translation',
      'german.steps.purpose.principle: germanMissing',
      ({ german }) => Reflect.deleteProperty(german, 'steps.purpose'),
    ],
    [
      'German for nothing',
      'german.steps.nowhere: germanUnknown',
      ({ german }) => (german['steps.nowhere'] = { principle: 'Nirgends' }),
    ],
    [
      'four German levels',
      'german.purpose.statements.purpose-gap.anchors: germanAnchors',
      ({ german }) => (german['purpose.statements.purpose-gap']?.anchors as string[]).pop(),
    ],
  ])('names %s by its path', (_, fault, change) => {
    expect(faultsAfter(change)).toContain(fault)
  })

  it('tells of every fault at once, not only of the first', () => {
    const faults = faultsAfter((file, step) => {
      first(step.checklist).label = ''
      first(step.tips).paraphrase = 5
      Object.assign(file.content.steps[7]?.milestones?.[0] ?? {}, { gate: null })
    })
    expect(faults).toEqual([
      'content.steps[0].tips[0].paraphrase: kind',
      'content.steps[0].checklist[0].label: empty',
      'content.steps[7].milestones[0].gate: kind',
    ])
  })

  it.each(['', '{', 'null', '[]', '"text"', '1e999', '<html>', '{"__proto__":{}}'])(
    'refuses %j',
    (hostile) => {
      const { bundle, faults } = parseBundle(hostile)
      expect(bundle).toBeNull()
      expect(faults.length).toBeGreaterThan(0)
    },
  )

  it('has a sentence for every fault, in both languages', () => {
    for (const { faults } of [en, de])
      expect(Object.keys(faults).sort()).toEqual([...FAULT_KINDS].sort())
  })
})
