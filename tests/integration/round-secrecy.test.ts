import { readdir, readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { getFeed } from '@/lib/activity/data'
import { answerRound, getSheet } from '@/lib/assessment/answering'
import { closeRound } from '@/lib/assessment/closing'
import { getRound, listRounds } from '@/lib/assessment/data'
import { exportRound } from '@/lib/assessment/export'
import { draftRound, extendRound, openRound } from '@/lib/assessment/rounds'
import type { Viewer } from '@/lib/auth/rules'
import { addDays, dayIn } from '@/lib/dates/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getJourney } from '@/lib/journey/data'
import { readCsv } from '@/lib/sheet/csv'
import { clearAway, createWorld, type World } from '../support/cast'
import { listTables, sql } from '../support/owner'
import { addRespondents, type Organisation } from '../support/respondents'

const STEP = 'purpose'
const SAID = 'kingfisher over the weir'
const today = dayIn('Europe/Prague', new Date())

let world: World
let organisations: Organisation[]

beforeEach(async () => {
  await clearAway()
  world = await createWorld()
  await sql('delete from rounds')
})

const everybody = () => organisations.flatMap(({ people }) => people)
const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Denial) return error.message
      throw error
    },
  )

async function draft({ kind = 'full' as 'full' | 'short', steps = [STEP] } = {}) {
  const { own, viewers } = world
  const { id } = await draftRound(viewers.coordinator, {
    ...{ regionId: own.id, kind, steps, languages: ['en'], message: '' },
    ...{ partners: organisations.map((one) => one.id), closesOn: addDays(today, 21) },
  })
  return id
}

async function open(plan?: Parameters<typeof draft>[0]) {
  const id = await draft(plan)
  await openRound(world.viewers.coordinator, { regionId: world.own.id, id, version: 1 })
  return id
}

/** Answers of one person, statement by statement; null for "I cannot judge this". */
async function answer(viewer: Viewer, id: string, levels: (number | null)[], words = '') {
  const { asked } = await getSheet(viewer, world.own.slug, id, 'en')
  const statements = asked.flatMap((step) => step.statements)
  return answerRound(viewer, {
    ...{ regionId: world.own.id, id, secret: `secret-of-${viewer.userId}`, lookBack: [] },
    answers: statements.map((one, at) => `${one.id}=${levels[at] ?? 0}`),
    ...{ comments: words ? [`${STEP}=${words}`] : [], said: [], saidOn: [] },
  })
}

async function close(id: string) {
  const [round] = await sql<{ version: number }>('select version from rounds where id = $1', [id])
  return closeRound(world.viewers.coordinator, {
    ...{ regionId: world.own.id, id, version: round?.version ?? 0 },
  })
}

/** Everything that somebody can read of the region by the product's own functions, as one text. */
async function readAll(viewer: Viewer, id: string): Promise<string> {
  const { slug } = world.own
  const reads = [
    getRound(viewer, slug, id, 'en'),
    listRounds(viewer, slug, 'en'),
    getFeed(viewer, slug, 'en', { step: null, topic: null, who: null, what: null, before: null }),
    getJourney(viewer, slug, 'en', { step: STEP }),
    exportRound(viewer, { slug, id }, 'en', 'csv').then(({ body }) => body.toString('utf8')),
    asViewer(
      viewer,
      (db) => db.$queryRaw`
        select (select json_agg(c) from round_comments c) comments,
          (select json_agg(r) from round_results r) results,
          (select json_agg(a) from activities a) activities, (select json_agg(n) from notices n)`,
    ),
  ]
  const found = await Promise.allSettled(reads)
  return JSON.stringify(
    found.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))),
  )
}

/** Names of the tables that hold the words, as their owner sees them. */
async function tablesHolding(words: string): Promise<string[]> {
  const found: string[] = []
  for (const table of await listTables()) {
    const rows = await sql(`select 1 from ${table} t where t::text like $1 limit 1`, [`%${words}%`])
    if (rows.length > 0) found.push(table)
  }
  return found
}

describe('what somebody says in a round', () => {
  test('is read by nobody before it closes, by members afterwards, and never logged', async () => {
    organisations = await addRespondents(world.own, ['public:4', 'business:4', 'creative_civil:4'])
    const written: string[] = []
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((part) => written.push(String(part)) > 0),
    )
    const id = await open()
    for (const [at, person] of everybody().entries()) {
      await answer(person, id, [3, 3, 3, 3, 3], at === 7 ? SAID : '')
    }
    for (const viewer of [...Object.values(world.viewers), ...everybody()]) {
      expect(await readAll(viewer, id)).not.toContain(SAID)
    }
    expect(await tablesHolding(SAID)).toEqual(['round_sheets'])
    await close(id)
    for (const [role, viewer] of Object.entries(world.viewers)) {
      const isMember = ['coordinator', 'partner', 'observer'].includes(role)
      expect({ role, reads: (await readAll(viewer, id)).includes(SAID) }).toEqual({
        ...{ role, reads: isMember },
      })
    }
    expect(await tablesHolding(SAID)).toEqual(['round_comments'])
    for (const spy of spies) spy.mockRestore()
    expect(written.join('')).not.toContain(SAID)
  })

  test('is gone for good when fewer than ten have answered', async () => {
    organisations = await addRespondents(world.own, ['public:3', 'business:3', 'creative_civil:3'])
    const id = await open()
    for (const person of everybody()) await answer(person, id, [3, 3, 3, 3, 3], SAID)
    await close(id)
    expect(await tablesHolding(SAID)).toEqual([])
    for (const viewer of Object.values(world.viewers)) {
      expect(await readAll(viewer, id)).not.toContain(SAID)
    }
  })

  test('is not in what leaves as a file, and no word of it begins a formula', async () => {
    organisations = await addRespondents(world.own, ['public:4', 'business:4', 'creative_civil:4'])
    const id = await open()
    for (const person of everybody()) await answer(person, id, [3, 4, 2, 5, 1], '=1+1 is two')
    await close(id)
    const of = { slug: world.own.slug, id }
    for (const locale of ['en', 'de']) {
      const { body } = await exportRound(world.viewers.coordinator, of, locale, 'csv')
      expect(body.toString('utf8')).not.toContain('1+1')
      for (const cell of readCsv(body).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }
  })
})

describe('the file of a round', () => {
  test('holds exactly what the page shows, hidden where the page hides', async () => {
    // Business and education are too few: they stay hidden together, and so does what is left.
    organisations = await addRespondents(world.own, [
      ...['public:6', 'business:3', 'education_research:2', 'creative_civil:5'],
    ])
    const id = await open()
    for (const [at, person] of everybody().entries()) {
      // The second is judged by four alone.
      await answer(person, id, [(at % 5) + 1, at < 4 ? 5 : null, 3, 4, at % 2 ? 1 : 5])
    }
    await close(id)
    const { results } = await getRound(world.viewers.observer, world.own.slug, id, 'en')
    const [page] = results?.steps ?? []
    if (!page) throw new Error('no results')
    expect(page.result).toMatchObject({ respondents: 16, organisations: 4, sectors: 4 })
    expect(Object.keys(page.result.groups).toSorted()).toEqual(['creative_civil', 'public'])
    const { body } = await exportRound(
      world.viewers.observer,
      { slug: world.own.slug, id },
      ...(['en', 'csv'] as const),
    )
    const [head = [], step = [], ...rows] = readCsv(body)
    const cell = (row: string[], column: number) => row[column] ?? ''
    expect(head).toHaveLength(18)
    expect(step.slice(2, 5)).toEqual(['16', '4', String(page.result.level)])
    const sectors = Object.entries(page.result.groups).map(
      ([, { level, respondents }]) => `level ${level} (${respondents} people)`,
    )
    expect(
      cell(step, 17)
        .split('; ')
        .map((one) => one.replace(/^.*: /, '')),
    ).toEqual(sectors)
    expect(rows).toHaveLength(page.statements.length)
    for (const [at, one] of page.statements.entries()) {
      const row = rows[at] ?? []
      const say = (value: number | null) => (value === null ? '' : String(value))
      expect([cell(row, 2), cell(row, 4), cell(row, 6)]).toEqual([
        ...[say(one.answers), say(one.level), say(one.median)],
      ])
      const five = [7, 8, 10, 12, 13].map((column) => cell(row, column))
      if (one.bars?.length === 5) expect(five).toEqual(one.bars.map(String))
      else expect(row.slice(7, 14).join('')).toBe('')
    }
    const hidden = rows[1] ?? []
    expect(hidden.slice(2, 14).join('')).toBe('')
    expect(page.statements[1]).toMatchObject({ answers: null, level: null, groups: {} })
  })
})

describe('one round after another', () => {
  const fewer = () => (organisations = organisations.slice(0, -1))

  test('is not opened beside another of its kind about the same step', async () => {
    organisations = await addRespondents(world.own, ['public:3', 'business:3', 'creative_civil:1'])
    const { own, viewers } = world
    await open()
    fewer()
    const again = { regionId: own.id, version: 1 }
    const opening = async (id: string) =>
      outcomeOf(openRound(viewers.coordinator, { ...again, id }))
    expect(await opening(await draft())).toBe('invalid: askedAlready')
    expect(await opening(await draft({ steps: [STEP, 'ecosystem'] }))).toBe('invalid: askedAlready')
    expect(await opening(await draft({ steps: ['ecosystem'] }))).toBe('done')
    expect(await opening(await draft({ kind: 'short' }))).toBe('done')
  })

  test('cannot be held with one person less to learn what they said', async () => {
    organisations = await addRespondents(world.own, ['public:3', 'business:3', 'creative_civil:1'])
    const { own, viewers } = world
    const first = await open()
    for (const person of everybody()) await answer(person, first, [4, 4, 4, 4, 4])
    await close(first)
    fewer()
    const second = await draft()
    const opening = { regionId: own.id, id: second, version: 1 }
    expect(await outcomeOf(openRound(viewers.coordinator, opening))).toBe('invalid: askedLately')
    await sql('update rounds set closed_on = $2::date - 150 where id = $1', [first, today])
    expect(await outcomeOf(openRound(viewers.coordinator, opening))).toBe('done')
  })

  test('can follow one that was too small to show anything', async () => {
    organisations = await addRespondents(world.own, ['public:3', 'business:1'])
    const first = await open()
    for (const person of everybody()) await answer(person, first, [4, 4, 4, 4, 4])
    await close(first)
    const { results } = await getRound(world.viewers.coordinator, world.own.slug, first, 'en')
    expect(results?.steps[0]?.result).toMatchObject({ level: null, lowest: null, core: null })
    await open()
  })

  test('gives an open round more days, and shows nothing of it meanwhile', async () => {
    organisations = await addRespondents(world.own, ['public:6', 'business:6'])
    const id = await open()
    for (const person of everybody()) await answer(person, id, [4, 4, 4, 4, 4])
    const { own, viewers } = world
    const more = { regionId: own.id, id, version: 2, closesOn: addDays(today, 28) }
    await extendRound(viewers.coordinator, more)
    const { results, progress } = await getRound(viewers.coordinator, own.slug, id, 'en')
    expect(results).toBeNull()
    expect(progress).toMatchObject({ asked: 12, answered: 12 })
  })
})

describe('staff and administrators', () => {
  test('see levels of valid rounds and nothing beyond: no statement, no comment, no file', async () => {
    organisations = await addRespondents(world.own, ['public:4', 'business:4', 'creative_civil:4'])
    const id = await open()
    for (const person of everybody()) await answer(person, id, [3, 4, 2, 5, 1], SAID)
    await close(id)
    const { own, viewers } = world
    for (const who of ['staff', 'admin'] as const) {
      expect(await outcomeOf(getRound(viewers[who], own.slug, id, 'en')), who).toBe('not-found')
      const file = exportRound(viewers[who], { slug: own.slug, id }, 'en', 'csv')
      expect(await outcomeOf(file), who).toBe('not-found')
      const [seen] = await asViewer(
        viewers[who],
        (db) => db.$queryRaw<Record<string, number>[]>`
          select (select count(*)::int from round_results) statements,
            (select count(*)::int from round_comments) comments,
            (select count(*)::int from round_talks) talks`,
      )
      expect({ who, ...seen }).toEqual({ who, statements: 0, comments: 0, talks: 0 })
    }
    const { levels } = await listRounds(viewers.staff, own.slug, 'en')
    expect(levels).toMatchObject([{ step: STEP, respondents: 12 }])
    expect(await outcomeOf(listRounds(viewers.admin, own.slug, 'en'))).toBe('not-found')
  })

  test('see no levels of a round that is too small to count', async () => {
    organisations = await addRespondents(world.own, ['public:6', 'public:6'])
    const id = await open()
    for (const person of everybody()) await answer(person, id, [4, 4, 4, 4, 4])
    await close(id)
    const { levels } = await listRounds(world.viewers.staff, world.own.slug, 'en')
    expect(levels).toEqual([])
  })
})

test('no page of the product asks for a sheet: the words for it stand in closing and answering alone', async () => {
  const files = await readdir('lib', { recursive: true })
  const asking: string[] = []
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.includes('generated'))) {
    if (/round_sheets|roundSheet\b|close_round\(/.test(await readFile(`lib/${file}`, 'utf8'))) {
      asking.push(file)
    }
  }
  expect(asking).toEqual(['assessment/closing.ts'])
})
