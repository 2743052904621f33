import { inflateSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { noteMetric } from '@/lib/metrics/changes'
import { getReport } from '@/lib/report/data'
import { exportReport } from '@/lib/report/export'
import { reportSchema } from '@/lib/report/schema'
import { tellStory } from '@/lib/report/story'
import { quartersBefore } from '@/lib/metrics/series/rules'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const { own, viewers } = world
  await tellStory(viewers.coordinator, {
    ...{ regionId: own.id, language: 'de', version: 0 },
    words: 'Wir haben Š und ü geübt.\n\nUnd es hat geholfen.',
  })
  const [quarter = ''] = quartersBefore(new Date().toISOString().slice(0, 10), 1)
  await noteMetric(viewers.coordinator, {
    ...{ regionId: own.id, metric: 'learners_reached', quarter, value: 42, version: 0 },
    ...{ source: '', context: '', confirm: true },
  })
})

const ask = (asked: Record<string, unknown>) =>
  getReport(world.viewers.partner, world.own.slug, reportSchema.parse(asked), 'en')

test('a report holds the sections asked for, in its own language whatever the reader’s', async () => {
  const { document } = await ask({ in: 'de', with: ['metrics', 'story'] })
  expect(document).toMatchObject({ language: 'de' })
  expect(document.sections.map(({ title }) => title)).toEqual(['In unseren Worten', 'Kennzahlen'])
  expect(document.sections[0]?.blocks).toEqual([
    { kind: 'words', text: 'Wir haben Š und ü geübt.' },
    { kind: 'words', text: 'Und es hat geholfen.' },
  ])
  expect(JSON.stringify(document.sections[1])).toContain('42 Teilnahmen')
  expect(JSON.stringify(document.sections[1])).toContain('1 von 4')
})

test('administrators, who read no levels, find none in a report', async () => {
  const titles = async (who: 'admin' | 'staff') => {
    const { viewers, own } = world
    const { document } = await getReport(viewers[who], own.slug, reportSchema.parse({}), 'en')
    return document.sections.map(({ id }) => id)
  }
  expect(await titles('staff')).toContain('assessment')
  expect(await titles('admin')).not.toContain('assessment')
})

test('nothing candid and nobody’s address gets into a report, by whomever it is asked for', async () => {
  for (const who of ['coordinator', 'partner', 'observer', 'staff', 'admin'] as const) {
    const found = await getReport(world.viewers[who], world.own.slug, reportSchema.parse({}), 'en')
    const said = JSON.stringify(found.document)
    expect(said).not.toContain(world.own.candid)
    expect(said).not.toMatch(/@example/)
  }
})

test('of two who write the story at once, one is told so', async () => {
  const { own, viewers } = world
  const tell = (words: string) =>
    tellStory(viewers.coordinator, { regionId: own.id, language: 'de', version: 1, words })
  await tell('Neu.')
  expect(await denialOf(tell('Auch neu.'))).toBe('conflict')
})

test('the PDF has its structure, language, title and fonts, and its text can be read', async () => {
  const { own, viewers } = world
  const query = reportSchema.parse({ in: 'de' })
  const file = await exportReport(viewers.partner, own.slug, query, { locale: 'en', format: 'pdf' })
  const raw = file.body.toString('latin1')
  expect(raw.startsWith('%PDF-1.7')).toBe(true)
  expect(raw).toMatch(/\/MarkInfo /)
  expect(raw).toMatch(/\/Marked true/)
  expect(raw).toMatch(/pdfuaid:part>1/)
  expect(raw).toMatch(/\/StructTreeRoot/)
  expect(raw).toMatch(/\/Lang \(de\)/)
  expect(raw).toMatch(/\/DisplayDocTitle true/)
  for (const tag of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure']) {
    expect(raw, tag).toMatch(new RegExp(`/S /${tag}\\b`))
  }
  // Every font is embedded, none is left to the reader's machine, and each says which signs it draws.
  const fonts = raw.match(/\/Type \/FontDescriptor/g)?.length ?? 0
  expect(fonts).toBeGreaterThanOrEqual(3)
  expect(raw.match(/\/FontFile[23]? /g)).toHaveLength(fonts)
  expect(listUnicode(file.body)).toEqual(expect.arrayContaining(['K', 'ü', 'z', '4']))
})

test('the spreadsheet holds the same sections as sheets', async () => {
  const { own, viewers } = world
  const query = reportSchema.parse({ with: ['milestones', 'partners'] })
  const file = await exportReport(viewers.staff, own.slug, query, { locale: 'en', format: 'xlsx' })
  expect(file.name).toMatch(/\.xlsx$/)
  expect(file.body.subarray(0, 2).toString()).toBe('PK')
})

/** The signs that a PDF's text stands for, as its maps from glyphs to Unicode say. */
function listUnicode(pdf: Buffer): string[] {
  const signs = new Set<string>()
  const raw = pdf.toString('latin1')
  for (const found of raw.matchAll(/stream\r?\n/g)) {
    const start = (found.index ?? 0) + found[0].length
    const end = raw.indexOf('endstream', start)
    let text: string
    try {
      text = inflateSync(pdf.subarray(start, end)).toString('latin1')
    } catch {
      continue
    }
    if (!text.includes('beginbfrange') && !text.includes('beginbfchar')) continue
    for (const [, hex = ''] of text.matchAll(/<([0-9a-f]{4})>/gi)) {
      signs.add(String.fromCharCode(parseInt(hex, 16)))
    }
  }
  return [...signs]
}
