import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { castVote, enterRoom, findRoom, findSeat } from '@/lib/consensus/guests'
import { getSession } from '@/lib/consensus/data'
import {
  agreeLevel,
  closeSession,
  openSession,
  paceSession,
  showOut,
} from '@/lib/consensus/sessions'
import type { Move } from '@/lib/consensus/room/rules'
import { Denial } from '@/lib/errors'
import { forgetRooms } from '@/lib/jobs/forget-rooms'
import { asViewer } from '@/lib/db/as-viewer'
import { clearAway, createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'
import { addRespondents, type Organisation } from '../support/respondents'

let world: World
let organisations: Organisation[]
beforeEach(async () => {
  await clearAway()
  world = await createWorld()
  organisations = await addRespondents(world.own, [
    'public:1',
    'business:1',
    'education_research:1',
  ])
})

const STEP = 'purpose'
const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    (answer) => answer,
    (error: unknown) => {
      if (error instanceof Denial) return error.message
      throw error
    },
  )
const clara = () => world.viewers.coordinator

async function open() {
  const { own } = world
  return openSession(clara(), { regionId: own.id, steps: [STEP], language: 'en' })
}

/** A phone that joins for an organisation. */
async function join(code: string, partner: string, name = 'Somebody') {
  const input = { code, name, partner, organisation: '', sector: '' as const }
  const sent = { client: crypto.randomUUID(), requestKey: crypto.randomUUID() }
  return (await enterRoom(input, sent)).secret
}

const votesOf = (id: string) => sql('select 1 from consensus_votes where round_id = $1', [id])

async function look(id: string) {
  return getSession(clara(), world.own.slug, id, 'en')
}

async function pace(id: string, move: Move, version?: number) {
  const seen = version ?? (await look(id)).room.version
  return paceSession(clara(), { regionId: world.own.id, id, version: seen, move })
}

async function agree(id: string, level: number, evidence = '') {
  const { room } = await look(id)
  const agreed = { level, reason: 'As the room sees it', evidence }
  return agreeLevel(clara(), { regionId: world.own.id, id, version: room.version, ...agreed })
}

async function vote(code: string, secret: string, level: number) {
  const seat = await findSeat(code, secret)
  if (!seat) throw new Error('no seat')
  const { statement: about, ballot } = seat.room
  return castVote(code, secret, { about, ballot, level })
}

/** A session at its first statement with one phone of each organisation. */
async function meet() {
  const { id, code } = await open()
  const phones = await Promise.all(organisations.map((one) => join(code, one.id)))
  await pace(id, 'begin')
  return { id, code, phones }
}

describe('a session', () => {
  test('hides its votes from everybody until they are shown, and then shows numbers alone', async () => {
    const { id, code, phones } = await meet()
    for (const [at, phone] of phones.entries()) expect(await vote(code, phone, at + 2)).toBe('kept')
    expect((await look(id)).room).toMatchObject({ voted: 3, present: 3, bars: null })
    for (const phone of phones) expect((await findSeat(code, phone))?.room.bars).toBeNull()
    const reading = asViewer(clara(), (db) => db.$queryRaw`select * from consensus_votes`)
    await expect(reading).rejects.toThrow(/permission denied/)
    await pace(id, 'show')
    expect((await look(id)).room.bars).toEqual([0, 1, 1, 1, 0, 0])
  })

  test('shows no bars of fewer than three votes', async () => {
    const { id, code, phones } = await meet()
    for (const phone of phones.slice(1)) await vote(code, phone, 5)
    await pace(id, 'show')
    expect((await look(id)).room).toMatchObject({ voted: 2, bars: null })
  })

  test('counts one vote a person, the last one, and none that comes too late', async () => {
    const { id, code, phones } = await meet()
    const [first = ''] = phones
    for (const level of [1, 5, 3]) await vote(code, first, level)
    for (const phone of phones.slice(1)) await vote(code, phone, 3)
    await pace(id, 'show')
    expect((await look(id)).room.bars).toEqual([0, 0, 3, 0, 0, 0])
    expect(await vote(code, first, 1)).toBe('late')
    const { statement, ballot } = (await look(id)).room
    await pace(id, 'again')
    expect(await castVote(code, first, { about: statement, ballot, level: 1 })).toBe('late')
    expect((await look(id)).room).toMatchObject({ voted: 0, phase: 'voting' })
  })

  test('forgets the votes once a level is agreed, and keeps the level with its reason', async () => {
    const { id, code, phones } = await meet()
    for (const phone of phones) await vote(code, phone, 4)
    await pace(id, 'show')
    expect(await outcomeOf(agree(id, 4))).toBe('invalid: evidence:evidenceNote')
    await agree(id, 4, 'The list on our website')
    expect(await votesOf(id)).toEqual([])
    const { levels, room } = await look(id)
    expect(room).toMatchObject({ phase: 'agreed', level: 4 })
    expect(levels).toMatchObject([{ level: 4, evidence: 'The list on our website' }])
  })

  test('lets somebody in late, and finds them again after a reload or a form sent twice', async () => {
    const { id, code, phones } = await meet()
    for (const phone of phones) await vote(code, phone, 2)
    const [{ id: partner = '' } = {}] = organisations
    const input = { code, name: 'Late', partner, organisation: '', sector: '' as const }
    const sent = { client: 'phone', requestKey: crypto.randomUUID() }
    const { secret } = await enterRoom(input, sent)
    expect(await enterRoom(input, sent)).toMatchObject({ secret })
    expect((await look(id)).people).toHaveLength(4)
    expect(await vote(code, secret, 5)).toBe('kept')
    const seat = await findSeat(code, secret)
    expect(Object.values(seat?.own ?? {})).toEqual([5])
    await pace(id, 'show')
    expect((await look(id)).room.bars).toEqual([0, 3, 0, 0, 1, 0])
  })

  test('goes back and forth without losing a vote', async () => {
    const { id, code, phones } = await meet()
    for (const phone of phones) await vote(code, phone, 3)
    await pace(id, 'next')
    expect((await look(id)).room).toMatchObject({ position: 1, voted: 0 })
    await pace(id, 'back')
    expect((await look(id)).room).toMatchObject({ position: 0, voted: 3, phase: 'voting' })
  })

  test('is moved by one of two facilitators; the other is told', async () => {
    const { id } = await meet()
    const { version } = (await look(id)).room
    const presses = [pace(id, 'next', version), pace(id, 'next', version)].map(outcomeOf)
    const answers = await Promise.all(presses)
    expect(answers.toSorted()).toEqual(['conflict: sessionMoved', undefined])
    expect((await look(id)).room.position).toBe(1)
  })

  test('ends as a closed round: levels stay, names, votes and the code are gone', async () => {
    const { id, code, phones } = await meet()
    const { sheets } = await look(id)
    for (const [at] of sheets.entries()) {
      for (const phone of phones) await vote(code, phone, 3)
      await agree(id, at === 0 ? 2 : 3)
      if (at < sheets.length - 1) await pace(id, 'next')
    }
    const { room } = await look(id)
    await closeSession(clara(), { regionId: world.own.id, id, version: room.version })
    const [step] = await sql('select * from round_steps where round_id = $1', [id])
    expect(step).toMatchObject({
      ...{ kind: 'consensus', respondents: 3, organisations: 3, sectors: 3 },
      ...{ level: '2.8', lowest: '2.0' },
    })
    const results = await sql<{ result: object }>(
      'select result from round_results where round_id = $1',
      [id],
    )
    expect(results).toHaveLength(sheets.length)
    expect(results[0]?.result).toMatchObject({ agreed: true, bars: null, groups: {} })
    expect(await votesOf(id)).toEqual([])
    const people = await sql('select name, token from consensus_people where round_id = $1', [id])
    expect(people).toEqual(phones.map(() => ({ name: '', token: null })))
    expect(await findSeat(code, phones[0])).toBeNull()
    expect(await findRoom(code, 'somebody')).toBeNull()
    const kinds = await sql(`select kind from activities where subject = $1 order by id`, [id])
    expect(kinds).toEqual([{ kind: 'session.opened' }, { kind: 'session.closed' }])
  })

  test('confirms a step that was reached, in the same breath', async () => {
    const { own } = world
    await sql(`delete from ticks where region_id = '${own.id}'`)
    await sql(`insert into ticks (region_id, item, step, state, done_on)
      select '${own.id}', id, step, 'done', '2026-01-15' from guide_items
      where edition = 1 and step = '${STEP}' and kind = 'checklist'`)
    await sql(`insert into milestones (region_id, milestone, step, state, reached_on)
      select '${own.id}', id, step, 'reached', '2026-01-15' from guide_milestones
      where edition = 1 and step = '${STEP}' on conflict do nothing`)
    const { id } = await meet()
    const { sheets } = await look(id)
    for (const [at] of sheets.entries()) {
      await agree(id, 3)
      if (at < sheets.length - 1) await pace(id, 'next')
    }
    const { version } = (await look(id)).room
    await closeSession(clara(), { regionId: own.id, id, version })
    const found = await sql('select state from step_records where region_id = $1 and step = $2', [
      own.id,
      STEP,
    ])
    expect(found).toEqual([{ state: 'confirmed' }])
  })

  test('shows somebody out, whose votes go along', async () => {
    const { id, code, phones } = await meet()
    for (const phone of phones) await vote(code, phone, 3)
    const [person] = (await look(id)).people
    await showOut(clara(), { regionId: world.own.id, id, person: person?.id ?? '' })
    expect((await look(id)).room).toMatchObject({ present: 2, voted: 2 })
  })

  test('opens to its own code alone, and to no organisation of another region', async () => {
    const { code } = await open()
    expect(await findRoom('234679', 'somebody')).toBeNull()
    expect(
      await findRoom(`${code.slice(0, 3)}-${code.slice(3).toLowerCase()}`, 'me'),
    ).toMatchObject({
      code,
    })
    expect(await outcomeOf(join(code, world.foreign.partner))).toBe('invalid: partner:invalid')
    expect(await findSeat(code, 'a secret that nobody was given')).toBeNull()
  })

  test('is forgotten by itself when nobody ends it', async () => {
    const { id, code, phones } = await meet()
    for (const phone of phones) await vote(code, phone, 3)
    await sql(
      `update consensus_sessions set opened_at = now() - interval '3 days' where round_id = $1`,
      [id],
    )
    expect(await forgetRooms(new Date())).toBe(1)
    expect(await findRoom(code, 'me')).toBeNull()
    expect(await votesOf(id)).toEqual([])
    expect((await look(id)).people.map(({ name }) => name)).toEqual(['', '', ''])
  })

  test('is heard by every process that listens, votes too', async () => {
    const { id, code, phones } = await meet()
    const other = new pg.Client({ connectionString: process.env.APP_DATABASE_URL })
    await other.connect()
    await other.query('listen lep_region')
    const heard: (string | undefined)[] = []
    other.on('notification', ({ payload }) => heard.push(payload))
    await vote(code, phones[0] ?? '', 3)
    await expect.poll(() => heard).toContain(`${id} ${id}`)
    await other.end()
  })
})
