import { beforeEach, describe, expect, test } from 'vitest'
import { answerRound, getSheet, joinRound } from '@/lib/assessment/answering'
import { closeRound } from '@/lib/assessment/closing'
import { draftRound, linkRound, openRound } from '@/lib/assessment/rounds'
import type { AnswerRound } from '@/lib/assessment/schema'
import type { Viewer } from '@/lib/auth/rules'
import { addDays, dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { clearAway, createWorld, type World } from '../support/cast'
import { listTables, sql } from '../support/owner'
import { addRespondents, type Organisation } from '../support/respondents'

let world: World
let organisations: Organisation[]
beforeEach(async () => {
  await clearAway()
  world = await createWorld()
  organisations = await addRespondents(world.own, [
    'public:3',
    'business:3',
    'education_research:3',
    'creative_civil:3',
  ])
})

const today = dayIn('Europe/Prague', new Date())
const STEP = 'purpose'

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    (answer) => answer,
    (error: unknown) => {
      if (error instanceof Denial) return error.message
      throw error
    },
  )

/** A round about one step, open, for the organisations of this test. */
async function open({ asked = organisations, kind = 'full' as 'full' | 'short' } = {}) {
  const { own, viewers } = world
  const { id } = await draftRound(viewers.coordinator, {
    ...{ regionId: own.id, kind, steps: [STEP], languages: ['en'], message: '' },
    ...{ partners: asked.map((one) => one.id), closesOn: addDays(today, 21) },
  })
  await openRound(viewers.coordinator, { regionId: own.id, id, version: 1 })
  return id
}

async function statementsOf(viewer: Viewer, id: string) {
  const { asked } = await getSheet(viewer, world.own.slug, id, 'en')
  return asked.flatMap(({ statements }) => statements.map((statement) => statement.id))
}

const secretOf = (viewer: Viewer) => `secret-of-${viewer.userId}`

async function answer(viewer: Viewer, id: string, level: number, more: Partial<AnswerRound> = {}) {
  const statements = await statementsOf(viewer, id)
  return answerRound(viewer, {
    ...{ regionId: world.own.id, id, secret: secretOf(viewer), lookBack: [], comments: [] },
    ...{ said: [], saidOn: [] },
    ...{ answers: statements.map((statement) => `${statement}=${level}`), ...more },
  })
}

async function close(id: string) {
  const [round] = await sql<{ version: number }>('select version from rounds where id = $1', [id])
  const { own, viewers } = world
  return closeRound(viewers.coordinator, { regionId: own.id, id, version: round?.version ?? 0 })
}

const everybody = () => organisations.flatMap(({ people }) => people)

describe('a round', () => {
  test('goes from draft to open to closed, and leaves what it says of the step', async () => {
    const id = await open()
    for (const person of everybody()) await answer(person, id, 4)
    await close(id)
    const [step] = await sql('select * from round_steps where round_id = $1', [id])
    expect(step).toMatchObject({ respondents: 12, organisations: 4, sectors: 4, level: '4.0' })
    const results = await sql('select result from round_results where round_id = $1', [id])
    expect(results).toHaveLength(5)
    expect(results[0]).toMatchObject({ result: { answers: 12, bars: [0, 0, 0, 12, 0] } })
    const [round] = await sql('select state, asked, answered from rounds where id = $1', [id])
    expect(round).toEqual({ state: 'closed', asked: 12, answered: 12 })
  })

  test('cannot be opened for less than two or more than four weeks, or for nobody', async () => {
    const { own, viewers } = world
    const draft = (days: number, partners: string[]) =>
      draftRound(viewers.coordinator, {
        ...{ regionId: own.id, kind: 'full', steps: [STEP], languages: ['en'], message: '' },
        ...{ partners, closesOn: addDays(today, days) },
      })
    const partners = organisations.map((one) => one.id)
    for (const [days, whom, fault] of [
      [13, partners, 'invalid: twoToFourWeeks'],
      [29, partners, 'invalid: twoToFourWeeks'],
      [14, [], 'invalid: nobodyAsked'],
    ] as const) {
      const { id } = await draft(days, [...whom])
      const opening = openRound(viewers.coordinator, { regionId: own.id, id, version: 1 })
      expect(await outcomeOf(opening)).toBe(fault)
    }
  })

  test('takes one sheet from each person, and a correction by their own secret alone', async () => {
    const id = await open()
    const [first] = everybody()
    if (!first) throw new Error('nobody')
    expect(await answer(first, id, 4)).toBe('kept')
    expect(await answer(first, id, 2)).toBe('corrected')
    const again = answer(first, id, 5, { secret: 'another-browser-knows-nothing' })
    expect(await outcomeOf(again)).toBe('conflict: answeredElsewhere')
    const sheets = await sql<{ answers: object }>(
      'select answers from round_sheets where round_id = $1',
      [id],
    )
    expect(sheets).toHaveLength(1)
    expect(Object.values(sheets[0]?.answers ?? {})).toEqual([2, 2, 2, 2, 2])
  })

  test('asks those alone who are invited or join by its link', async () => {
    const [asked, ...others] = organisations
    const [stranger] = others[0]?.people ?? []
    if (!asked || !stranger) throw new Error('nobody')
    const id = await open({ asked: [asked] })
    const { own, viewers } = world
    expect(await outcomeOf(getSheet(stranger, own.slug, id, 'en'))).toBe('not-found')
    await linkRound(viewers.coordinator, { regionId: own.id, id, version: 2, link: 'make' })
    const [round] = await sql<{ link: string }>('select link from rounds where id = $1', [id])
    expect(await outcomeOf(joinRound(stranger, own.slug, 'no-such-link'))).toBe(
      'not-found: linkEnded',
    )
    expect(await joinRound(stranger, own.slug, round?.link ?? '')).toBe(id)
    expect(await joinRound(stranger, own.slug, round?.link ?? '')).toBe(id)
    expect(await answer(stranger, id, 3)).toBe('kept')
    for (const who of ['observer', 'staff', 'outsider', 'coordinator'] as const) {
      const joining = joinRound(viewers[who], own.slug, round?.link ?? '')
      expect(await outcomeOf(joining), who).toBe('not-found')
    }
  })

  test('refuses politely what comes after closing, and never takes half', async () => {
    const id = await open()
    const people = everybody()
    const sent = people.map((person) => outcomeOf(answer(person, id, 4)))
    const closing = close(id).then(() => 'closed', String)
    const outcomes = await Promise.all(sent)
    expect(await closing).toBe('closed')
    const kept = outcomes.filter((one) => one === 'kept').length
    for (const outcome of outcomes) expect(['kept', 'conflict: roundClosed']).toContain(outcome)
    const [step] = await sql('select respondents from round_steps where round_id = $1', [id])
    expect(step).toEqual({ respondents: kept })
    const [round] = await sql('select answered from rounds where id = $1', [id])
    expect(round).toEqual({ answered: kept })
    expect(await sql('select 1 from round_sheets where round_id = $1', [id])).toEqual([])
  })
})

describe('after closing', () => {
  /** All that the database holds, with what differs anyway (keys, times) taken out. */
  async function dump(hidden: string[]) {
    const tables = (await listTables()).filter(
      (name) => !/^(throttles|idempotency_keys)$/.test(name),
    )
    const rows: string[] = []
    for (const table of tables) {
      for (const { row } of await sql<{ row: object }>(`select to_jsonb(t) row from ${table} t`)) {
        rows.push(`${table} ${JSON.stringify(row)}`)
      }
    }
    const plain = (text: string) =>
      hidden
        .reduce((so, word, at) => so.replaceAll(word, `<${at}>`), text)
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.+Z]+/g, '<time>')
        .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, '<id>')
    return rows.map(plain).sort()
  }

  test('nothing of a sheet is left, neither key nor hash nor secret', async () => {
    const id = await open()
    for (const person of everybody()) await answer(person, id, 4)
    const sheets = await sql<Record<string, Buffer | string>>(
      `select id, encode(secret, 'hex') secret, encode(organisation, 'hex') organisation from round_sheets
         where round_id = $1
       union all select null, encode(secret, 'hex'), null from round_keys where round_id = $1`,
      [id],
    )
    expect(sheets).toHaveLength(13)
    await close(id)
    const all = (await dump([])).join('\n')
    const words = sheets.flatMap((sheet) => Object.values(sheet)).filter((word) => word !== null)
    for (const word of words) expect(all).not.toContain(String(word))
    expect(await sql('select 1 from round_keys where round_id = $1', [id])).toEqual([])
  })

  test('whoever answered what within an organisation, the database is the same', async () => {
    const dumps: string[][] = []
    for (const turn of [0, 1, 2]) {
      await clearAway()
      world = await createWorld()
      // Only this test's own round is looked at.
      await sql('delete from rounds')
      organisations = await addRespondents(world.own, [
        ...['public:3', 'business:3', 'education_research:3', 'creative_civil:3'],
      ])
      const id = await open()
      for (const { people } of organisations) {
        // The same three sheets come from other people each time, in another order.
        for (const [at, person] of people.entries()) await answer(person, id, 2 + ((at + turn) % 3))
      }
      await close(id)
      const kept = await dump([world.own.mark, world.foreign.mark])
      dumps.push(kept.filter((row) => row.startsWith('round_')))
    }
    expect(dumps[0]?.length).toBeGreaterThan(15)
    expect(dumps[1]).toEqual(dumps[0])
    expect(dumps[2]).toEqual(dumps[0])
  })
})
