import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { listGuideRows } from '../../lib/guidebook/edition/rows'
import { composeWording } from '../../lib/guidebook/edition/wording'
import type { NeedStep } from '../../lib/needs/lines/rules'
import { type Edition, parseEdition, readEdition } from '../../prisma/edition/read'
import { listStepShapes } from '../../prisma/edition/shape'

let edition: Edition
let journey: string
let de: string

beforeAll(async () => {
  const read = (name: string) =>
    readFile(new URL(`../../prisma/editions/1/${name}`, import.meta.url), 'utf8')
  edition = await readEdition()
  ;[journey, de] = await Promise.all([read('journey.json'), read('de.json')])
})

describe('readEdition', () => {
  it('gives all that the guidebook has', () => {
    const count = Object.fromEntries(
      Object.entries(listGuideRows(edition)).map(([table, rows]) => [table, rows.length]),
    )
    expect(count).toEqual({
      guide_parts: 4,
      guide_steps: 8,
      guide_tips: 39,
      guide_items: 58 + 8,
      guide_milestones: 24,
      guide_statements: 36,
      guide_tasks: 34,
      guide_tools: 29,
      guide_metrics: 8,
    })
  })

  it('translates everything into German, and titles into all five languages', () => {
    for (const [table, rows] of Object.entries(listGuideRows(edition))) {
      for (const { id, translations } of rows) {
        expect(
          Object.keys((translations as { de: object }).de),
          `${table} ${String(id)}`,
        ).not.toEqual([])
      }
    }
    const [part] = listGuideRows(edition).guide_parts
    expect(Object.keys(part?.translations as object)).toEqual(['de', 'nl', 'cs', 'it'])
  })

  it('gives the rules eight steps, with the items that suggest a milestone', () => {
    const shapes = listStepShapes(edition.content)
    expect(shapes.map((step) => step.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const items = shapes.flatMap((step): NeedStep['items'][number][] => step.items)
    const triggers = items.filter((item) => item.triggersMilestone)
    expect(triggers.map((item) => item.id)).toContain('ecosystem.checklist.helix-listed')
    expect(composeWording(edition).triggers).toEqual(triggers.map((item) => item.id))
  })

  it('has one digest for one content', () => {
    expect(parseEdition(1, journey, de).digest).toBe(edition.digest)
    expect(parseEdition(1, journey, de.replace('„Warum“', '»Warum«')).digest).not.toBe(
      edition.digest,
    )
  })
})

describe('parseEdition refuses', () => {
  type Text = Record<string, unknown>
  const journeyWith = (change: (step: Record<string, Text[]>, all: Text) => void) => {
    const all = JSON.parse(journey) as Text & { steps: Record<string, Text[]>[] }
    const [step] = all.steps
    if (step) change(step, all)
    return JSON.stringify(all)
  }

  it.each<[string, (step: Record<string, Text[]>) => void, RegExp]>([
    [
      'a count that is wrong',
      (step) => step.tips?.pop(),
      /meta.counts.tips: count \(found 39, wanted 38\)/,
    ],
    [
      'an id that is there twice',
      (step) => Object.assign(step.checklist?.[1] ?? {}, { ...step.checklist?.[0], order: 2 }),
      /double \(found purpose.checklist.gap-question-written\)/,
    ],
    [
      'a task that supports no item',
      (step) => Object.assign(step.tasks?.[0] ?? {}, { supports: ['no-such-item'] }),
      /supports: noItem \(found no-such-item\)/,
    ],
    [
      'an item that rests on no tip',
      (step) => Object.assign(step.checklist?.[0] ?? {}, { tips: ['no-such-tip'] }),
      /tips: noTip \(found no-such-tip\)/,
    ],
    [
      'an interactive tool that is not there',
      (step) => Object.assign(step.tools?.[0] ?? {}, { interactiveTool: 'no-such-tool' }),
      /interactiveTool: noTool/,
    ],
    ['four anchors', (step) => (step.statements?.[0]?.anchors as unknown[]).pop(), /anchors/],
    ['an empty label', (step) => Object.assign(step.checklist?.[0] ?? {}, { label: ' ' }), /label/],
  ])('%s', (_, change, message) => {
    expect(() => parseEdition(1, journeyWith(change), de)).toThrow(message)
  })

  it('German that is missing, and German for nothing', () => {
    const german = JSON.parse(de) as Record<string, unknown>
    delete german['steps.purpose']
    german['steps.nowhere'] = { principle: 'Nirgends' }
    expect(() => parseEdition(1, journey, JSON.stringify(german))).toThrow(
      /german.steps.purpose.principle: germanMissing.*german.steps.nowhere: germanUnknown/,
    )
  })
})
