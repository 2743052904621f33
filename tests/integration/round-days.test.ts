import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sayEntry } from '@/components/activity/sentence'
import { getFeed } from '@/lib/activity/data'
import { answerRound, getSheet } from '@/lib/assessment/answering'
import { closeRound } from '@/lib/assessment/closing'
import { draftRound, openRound } from '@/lib/assessment/rounds'
import { getSession } from '@/lib/consensus/data'
import { agreeLevel, closeSession, openSession, paceSession } from '@/lib/consensus/sessions'
import { enterRoom } from '@/lib/consensus/guests'
import { addDays } from '@/lib/dates/rules'
import { getGuide } from '@/lib/guidebook/data'
import { voiceOf } from '@/lib/i18n/voice'
import { settleNewDays } from '@/lib/jobs/settle-days'
import { getJourney } from '@/lib/journey/data'
import { markMilestone } from '@/lib/journey/milestones'
import { tickItem } from '@/lib/journey/ticks'
import { clearAway, createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'
import { addRespondents, type Organisation } from '../support/respondents'

const STEP = 'purpose'
const FIRST_DAY = '2031-01-10'

let world: World
let organisations: Organisation[]
/** How many days the region has lived. */
let lived: number

beforeEach(async () => {
  await clearAway()
  world = await createWorld()
  organisations = await addRespondents(world.own, [
    ...['public:2', 'business:2', 'education_research:2', 'creative_civil:2'],
  ])
  const { own, foreign } = world
  for (const table of ['ticks', 'milestones', 'own_entries', 'step_records', 'activities']) {
    await sql(`delete from ${table} where region_id = $1`, [own.id])
  }
  await sql(`delete from rounds where region_id = $1`, [own.id])
  // The other region lives in a day that never ends, so that each new day is about one alone.
  await sql(`update region_summaries set as_of = '2099-01-01' where region_id = $1`, [foreign.id])
  lived = 0
  wake()
})

afterEach(() => {
  vi.useRealTimers()
})

const today = () => addDays(FIRST_DAY, lived)
const clara = () => world.viewers.coordinator

function wake() {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today()}T09:00:00Z`) })
}

/** Lives on, day by day, as the job does it: every day is settled. */
async function liveUntil(day: number) {
  while (lived < day) {
    lived += 1
    wake()
    await settleNewDays(new Date())
  }
}

/** Sleeps until a day: the job comes once, then. */
async function leapTo(day: number) {
  lived = day - 1
  await liveUntil(day)
}

async function isNow() {
  const { journey } = await getJourney(clara(), world.own.slug, 'en')
  const { state, flags } = journey.steps.find(({ slug }) => slug === STEP) ?? {}
  const [kept] = await sql('select state from step_records where region_id = $1 and step = $2', [
    world.own.id,
    STEP,
  ])
  expect(kept?.state ?? 'not_started', 'what is kept beside what is shown').toBe(state)
  return { state, flags: flags?.toSorted() }
}

/** What was told of the step since the last time this was asked, in its order. */
async function toldSince() {
  const told = await sql<Record<'kind' | 'actor', string> & { after: object }>(
    `delete from activities where region_id = $1 and kind like 'step.%' and step = $2
      returning id, kind, after, case when actor_id is null then 'time' else 'somebody' end actor`,
    [world.own.id, STEP],
  )
  return told.map(({ kind, actor, after }) => ({ kind, actor, ...after }))
}

/** What people read of it. */
async function sentencesOf(kind: string) {
  const { entries, guide } = await getFeed(clara(), world.own.slug, 'en', {
    ...{ step: STEP, topic: null, who: null, what: null, before: null },
  })
  const t = (await voiceOf('en')).translator('activity')
  return entries.filter((one) => one.kind === kind).map((one) => sayEntry(one, guide, t))
}

async function tick(item: string, state: 'done' | 'started' = 'done') {
  const [kept] = await sql('select version from ticks where region_id = $1 and item = $2', [
    world.own.id,
    item,
  ])
  const version = (kept?.version as number | undefined) ?? 0
  await tickItem(clara(), { regionId: world.own.id, item, state, reason: '', version })
}

async function stepOf() {
  const step = (await getGuide(1, 'en')).steps.find(({ slug }) => slug === STEP)
  if (!step) throw new Error('no step')
  return step
}

async function reach() {
  const step = await stepOf()
  for (const { id } of step.items) await tick(id)
  for (const { id: milestone, gate } of step.milestones) {
    if (!gate) continue
    await markMilestone(clara(), {
      ...{ regionId: world.own.id, milestone, state: 'reached', version: 0 },
    })
  }
}

async function keepUp() {
  await tick((await stepOf()).upkeep.id)
}

/** A round of three weeks from today on, in which each organisation's people answer one level. */
async function ask(levels: number[]) {
  const { own } = world
  const { id } = await draftRound(clara(), {
    ...{ regionId: own.id, kind: 'full', steps: [STEP], languages: ['en'], message: '' },
    ...{ partners: organisations.map((one) => one.id), closesOn: addDays(today(), 21) },
  })
  await openRound(clara(), { regionId: own.id, id, version: 1 })
  for (const [at, { people }] of organisations.entries()) {
    for (const person of people) {
      const { asked } = await getSheet(person, own.slug, id, 'en')
      const statements = asked.flatMap((step) => step.statements)
      await answerRound(person, {
        ...{ regionId: own.id, id, secret: `secret-of-${person.userId}`, lookBack: [] },
        ...{ comments: [], said: [], saidOn: [] },
        answers: statements.map((one) => `${one.id}=${levels[at]}`),
      })
    }
  }
  return id
}

async function closeByHand(id: string) {
  await closeRound(clara(), { regionId: world.own.id, id, version: 2 })
}

const SEEN_HIGH = [4, 4, 3, 4]

/** From nothing to sustained: two rounds, the second after more than 150 days. */
async function reachSustained() {
  await reach()
  await leapTo(5)
  await ask(SEEN_HIGH)
  await leapTo(27)
  await leapTo(100)
  await keepUp()
  await leapTo(185)
  await closeByHand(await ask(SEEN_HIGH))
  await leapTo(207)
  expect(await isNow()).toEqual({ state: 'sustained', flags: [] })
  await toldSince()
}

describe('a step over 400 days and two rounds', () => {
  test('goes from not started to sustained and back, and says at each turn what did it', async () => {
    expect(await isNow()).toEqual({ state: 'not_started', flags: [] })
    const [first] = (await stepOf()).items
    await tick(first?.id ?? '', 'started')
    expect(await isNow()).toEqual({ state: 'in_progress', flags: [] })
    await reach()
    expect(await isNow()).toEqual({ state: 'reached', flags: ['ready_for_check'] })
    await liveUntil(5)
    await toldSince()

    // The first round: open for three weeks, closed by the night after its last day.
    const one = await ask(SEEN_HIGH)
    await liveUntil(26)
    expect(await isNow()).toEqual({ state: 'reached', flags: ['ready_for_check'] })
    await liveUntil(27)
    expect(await isNow()).toEqual({ state: 'confirmed', flags: [] })
    const [closing] = await sql(
      `select actor_id, after from activities where kind = 'round.closed' and subject = $1`,
      [one],
    )
    expect(closing).toEqual({ actor_id: null, after: { kind: 'full', answered: 8, steps: 1 } })
    expect(await toldSince()).toEqual([
      { kind: 'step.changed', actor: 'time', state: 'confirmed', round: today() },
    ])

    await liveUntil(100)
    await keepUp()
    await liveUntil(185)
    // The second one: closed by hand, more than 150 days after the first.
    const two = await ask(SEEN_HIGH)
    await closeByHand(two)
    const closedOn = today()
    expect(await isNow()).toEqual({ state: 'confirmed', flags: [] })
    await liveUntil(206)
    expect(await isNow()).toEqual({ state: 'confirmed', flags: [] })
    expect(await toldSince()).toEqual([])
    await liveUntil(207)
    expect(await isNow()).toEqual({ state: 'sustained', flags: [] })
    expect(await toldSince()).toEqual([
      { kind: 'step.changed', actor: 'time', state: 'sustained', why: 'kept-up', round: closedOn },
    ])

    // Nobody does the upkeep again: a year after the last time it wants a refresh, then it slips.
    await liveUntil(467)
    expect(await isNow()).toEqual({ state: 'sustained', flags: ['needs_refresh'] })
    expect(await toldSince()).toEqual([
      {
        ...{ kind: 'step.flagged', actor: 'time', state: 'sustained' },
        ...{ flag: 'needs_refresh', why: 'upkeep-overdue' },
      },
    ])
    await liveUntil(527)
    expect(await isNow()).toEqual({ state: 'confirmed', flags: ['needs_refresh'] })
    expect(await toldSince()).toEqual([
      { kind: 'step.changed', actor: 'time', state: 'confirmed', why: 'upkeep-overdue' },
    ])
    await keepUp()
    expect(await isNow()).toEqual({ state: 'sustained', flags: [] })
  }, 240_000)
})

describe('a sustained step', () => {
  beforeEach(reachSustained)

  test('is reached, no more, once partners see it lower, and says so', async () => {
    await leapTo(380)
    const id = await ask([2, 2, 2, 2])
    await closeByHand(id)
    expect(await isNow()).toEqual({ state: 'reached', flags: ['partners_disagree'] })
    expect(await sentencesOf('step.changed')).toContain(
      'Step “Clarify your purpose” is reached, but no longer confirmed. In the latest round, ' +
        'partners see it lower. The round in question closed on 25 January 2032.',
    )
    expect(await toldSince()).toEqual([
      {
        ...{ kind: 'step.changed', actor: 'somebody', state: 'reached' },
        ...{ why: 'round-low', round: today() },
      },
    ])
    // They see it well again later, and it begins anew: confirmed, not sustained.
    await leapTo(560)
    await keepUp()
    await closeByHand(await ask(SEEN_HIGH))
    expect(await isNow()).toEqual({ state: 'confirmed', flags: [] })
  })

  test('stays confirmed with two camps, and shows that views differ', async () => {
    await leapTo(380)
    await closeByHand(await ask([5, 5, 1, 1]))
    expect(await isNow()).toEqual({ state: 'confirmed', flags: ['views_differ'] })
    expect(await toldSince()).toEqual([
      {
        ...{ kind: 'step.changed', actor: 'somebody', state: 'confirmed' },
        ...{ why: 'round-low', round: today() },
      },
    ])
  })

  test('wants a refresh when its last round is a year old, and lapses after fifteen months', async () => {
    await leapTo(400)
    await keepUp()
    await leapTo(550)
    expect(await isNow()).toEqual({ state: 'sustained', flags: [] })
    await leapTo(551)
    expect(await isNow()).toEqual({ state: 'sustained', flags: ['needs_refresh'] })
    expect(await toldSince()).toEqual([
      {
        ...{ kind: 'step.flagged', actor: 'time', state: 'sustained' },
        ...{ flag: 'needs_refresh', why: 'round-old' },
      },
    ])
    await leapTo(641)
    expect(await isNow()).toEqual({ state: 'reached', flags: ['ready_for_check'] })
    expect(await toldSince()).toEqual([
      {
        ...{ kind: 'step.changed', actor: 'time', state: 'reached' },
        ...{ why: 'confirmation-lapsed', round: addDays(FIRST_DAY, 185) },
      },
    ])
  })

  test('is left as it is by a round that is too small and by a short form', async () => {
    await leapTo(380)
    organisations = organisations.slice(0, 2)
    await closeByHand(await ask([1, 1]))
    expect(await isNow()).toEqual({ state: 'sustained', flags: [] })
    expect(await toldSince()).toEqual([])
  })
})

test('a session confirms by consensus, with few people from enough organisations', async () => {
  const { own } = world
  await reach()
  await leapTo(10)
  await toldSince()
  const { id, code } = await openSession(clara(), {
    ...{ regionId: own.id, steps: [STEP], language: 'en' },
  })
  for (const { id: partner } of organisations.slice(0, 3)) {
    const input = { code, name: 'Somebody', partner, organisation: '', sector: '' as const }
    await enterRoom(input, { client: 'wall', requestKey: crypto.randomUUID() })
  }
  const look = () => getSession(clara(), own.slug, id, 'en')
  const pace = async (move: 'begin' | 'next') => {
    const { version } = (await look()).room
    await paceSession(clara(), { regionId: own.id, id, version, move })
  }
  await pace('begin')
  const { sheets } = await look()
  for (const at of sheets.keys()) {
    const { version } = (await look()).room
    const agreed = { level: 3, reason: 'As the room sees it', evidence: '' }
    await agreeLevel(clara(), { regionId: own.id, id, version, ...agreed })
    if (at < sheets.length - 1) await pace('next')
  }
  const { version } = (await look()).room
  await closeSession(clara(), { regionId: own.id, id, version })
  expect(await isNow()).toEqual({ state: 'confirmed', flags: ['by_consensus'] })
  expect(await toldSince()).toEqual([
    { kind: 'step.changed', actor: 'somebody', state: 'confirmed', round: today() },
  ])
})
