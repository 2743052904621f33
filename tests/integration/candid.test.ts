import { v7 as uuid } from 'uuid'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Viewer } from '@/lib/auth/rules'
import { prioritise, ratePartner, takeRatingBack } from '@/lib/candid/changes'
import { getEngagement, listEngagement } from '@/lib/candid/engagement'
import { moveCandid } from '@/lib/candid/merge'
import { getPriority, listPriorities } from '@/lib/candid/priorities'
import { addTalk, planContact } from '@/lib/candid/talks'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { forgetCandid } from '@/lib/jobs/forget-candid'
import { readToolFacts } from '@/lib/suggest/facts'
import { clearAway, createPerson, createWorld, ROLES, viewerOf, type World } from '../support/cast'
import { MATRIX, PROGRAMME_MATRIX } from '../support/matrix'
import { insert, sql, takeSnapshot } from '../support/owner'

const TABLES = ['partner_ratings', 'partner_priorities', 'partner_talks', 'next_contacts']
const OTHERS = ROLES.filter((role) => role !== 'coordinator')

let world: World
beforeEach(async () => {
  await clearAway()
  world = await createWorld()
})

const about = (partnerId = world.own.otherPartner) => ({ regionId: world.own.id, partnerId })
const rate = (viewer: Viewer, influence: number, interest: number, rater = '') =>
  ratePartner(viewer, { ...about(), influence, interest, reason: 'They decide.', rater })
const everything = { q: '', show: null, on: null }
const placeNow = async (on: string | null = null) => {
  const { coordinator } = world.viewers
  const { all } = await listPriorities(coordinator, world.own.slug, { ...everything, on })
  return all.find(({ id }) => id === world.own.otherPartner)?.place ?? null
}

/** Another coordinator of the same region. */
async function addDora(): Promise<Viewer> {
  const id = await createPerson('Dora')
  await insert('members', {
    ...{ region_id: world.own.id, id: uuid(), user_id: id, role: 'coordinator' },
  })
  return viewerOf(id)
}

/** The refusal of what was asked. */
async function denialOf(work: Promise<unknown>): Promise<Denial> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Denial)) throw new Error('It was not refused.')
  return error
}

async function send(viewer: Viewer, statement: string): Promise<number | 'refused'> {
  try {
    return await asViewer(viewer, (db) => db.$executeRawUnsafe(statement))
  } catch (error) {
    if (/row-level security|permission denied/.test(String(error))) return 'refused'
    throw error
  }
}

describe.each(TABLES)('%s', (table) => {
  const count = async (viewer: Viewer) => {
    const rows = await asViewer(viewer, (db) =>
      db.$queryRawUnsafe<{ seen: number }[]>(
        `select count(*)::int seen from ${table} where region_id = '${world.own.id}'`,
      ),
    )
    return rows[0]?.seen
  }

  test('shows its rows to the coordinator', async () => {
    expect(await count(world.viewers.coordinator)).toBe(1)
  })

  test.each(OTHERS)('shows %s none and lets nothing in', async (role) => {
    const viewer = world.viewers[role]
    expect(await count(viewer)).toBe(0)
    const before = await takeSnapshot()
    const [row] = await sql<{ row: object }>(`select to_jsonb(t) as row from ${table} t
      where region_id = '${world.own.id}'`)
    const copy = { ...row?.row, id: uuid(), partner_id: world.own.otherPartner, version: 7 }
    const person = {
      ...{ rated_by_id: viewer.userId, decided_by_id: viewer.userId, author_id: viewer.userId },
    }
    for (const statement of [
      `delete from ${table} where region_id = '${world.own.id}'`,
      `update ${table} set region_id = region_id where region_id = '${world.own.id}'`,
      `insert into ${table} select (jsonb_populate_record(null::${table},
        '${JSON.stringify({ ...copy, ...person })}')).*`,
    ]) {
      expect(['refused', 0]).toContain(await send(viewer, statement))
    }
    expect(await takeSnapshot()).toEqual(before)
  })
})

test('ratings and choices are never changed, not even by who made them', async () => {
  const { coordinator } = world.viewers
  for (const statement of [
    `update partner_ratings set influence = 1`,
    `delete from partner_ratings`,
    `update partner_priorities set reason = ''`,
    `delete from partner_priorities`,
  ]) {
    expect(await send(coordinator, statement)).toBe('refused')
  }
})

test('nobody rates in the name of another one', async () => {
  const { coordinator, partner } = world.viewers
  const { own } = world
  const statement = `insert into partner_ratings (region_id, id, partner_id, rater, rated_by_id, influence, interest)
    values ('${own.id}', '${uuid()}', '${own.partner}', '${uuid()}', '${partner.userId}', 1, 1)`
  expect(await send(coordinator, statement)).toBe('refused')
})

describe('what is candid', () => {
  const answerOf = async (asked: () => Promise<unknown>) => {
    try {
      return JSON.stringify((await asked()) ?? '')
    } catch (error) {
      if (error instanceof Denial) return error.message
      throw error
    }
  }

  test('is found where the coordinator looks', async () => {
    const { coordinator } = world.viewers
    for (const name of ['priorities.ts#getPriority', 'engagement.ts#getEngagement']) {
      const row = MATRIX[`lib/candid/${name}`]
      const heard = await answerOf(async () => row?.call(coordinator, world.own, world))
      expect(heard).toContain(world.own.candid)
    }
  })

  test.each(OTHERS)('is in no answer to %s, whatever is asked', async (role) => {
    const viewer = world.viewers[role]
    for (const [name, row] of Object.entries(MATRIX)) {
      if (row.writes) continue
      await row.prepare?.(world)
      const heard = await answerOf(() => row.call(viewer, world.own, world))
      expect({ name, leaks: heard.includes(world.own.candid) }).toEqual({ name, leaks: false })
    }
    for (const [name, row] of Object.entries(PROGRAMME_MATRIX)) {
      if (row.writes) continue
      const heard = await answerOf(() => row.call(viewer, world))
      expect({ name, leaks: heard.includes(world.own.candid) }).toEqual({ name, leaks: false })
    }
  })

  test('leaves no trace in the activity, which everybody reads', async () => {
    const count = 'select count(*)::int entries from activities'
    const [before] = await sql(count)
    const { coordinator } = world.viewers
    await rate(coordinator, 4, 4)
    const more = { action: 'Call', actionBy: 'Clara', actionOn: null }
    const choice = { version: 0, firstCircle: true, circleReason: 'They open doors.', ...more }
    await prioritise(coordinator, { ...about(), ...choice })
    const talk = { kind: 'talk' as const, heldOn: '2026-01-10', people: 'Clara', words: 'Open.' }
    await addTalk(coordinator, { ...about(), ...talk })
    await planContact(coordinator, { ...about(), version: 0, dueOn: null, who: 'Clara' })
    expect(await sql(count)).toEqual([before])
  })
})

describe('the place of an organisation', () => {
  test('is the middle of what each person said last', async () => {
    const { coordinator } = world.viewers
    await rate(coordinator, 1, 1)
    await rate(coordinator, 4, 2)
    await rate(await addDora(), 5, 5)
    expect(await placeNow()).toMatchObject({
      ...{ raters: 2, spread: 3, field: 'work-closely' },
      ...{ influence: { median: 4.5 }, interest: { median: 3.5 } },
    })
  })

  test('knows somebody named who sat beside as a person of their own, once', async () => {
    const { coordinator } = world.viewers
    await rate(coordinator, 2, 2)
    await rate(coordinator, 4, 4, 'Jana from the school')
    await rate(await addDora(), 5, 5, 'jana from the School')
    expect(await placeNow()).toMatchObject({ raters: 2, influence: { median: 3.5 } })
  })

  test('is gone with the only view that was taken back, and still there on the day before', async () => {
    const { coordinator } = world.viewers
    const { own } = world
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-10T12:00:00Z') })
    await sql(`update partners set created_at = '2031-01-01' where region_id = $1`, [own.id])
    await rate(coordinator, 4, 4)
    vi.setSystemTime(new Date('2031-01-12T12:00:00Z'))
    const { ratings } = await getPriority(coordinator, own.slug, own.otherPartner)
    await takeRatingBack(coordinator, { regionId: own.id, id: ratings[0]?.id ?? '' })
    expect(await placeNow()).toBeNull()
    expect(await placeNow('2031-01-11')).toMatchObject({ raters: 1 })
    expect(await placeNow('2031-01-09')).toBeNull()
    const { history } = await getPriority(coordinator, own.slug, own.otherPartner)
    expect(history.map(({ influence }) => influence)).toEqual([null, 4])
    vi.useRealTimers()
  })

  test("is not another coordinator's to take back", async () => {
    await rate(world.viewers.coordinator, 4, 4)
    const dora = await addDora()
    const { ratings } = await getPriority(dora, world.own.slug, world.own.otherPartner)
    const taken = takeRatingBack(dora, { regionId: world.own.id, id: ratings[0]?.id ?? '' })
    expect(await denialOf(taken)).toMatchObject({ code: 'forbidden' })
  })

  test('stays when who rated is erased, without the name', async () => {
    const dora = await addDora()
    await rate(dora, 4, 4)
    await sql('delete from users where id = $1', [dora.userId])
    const { coordinator } = world.viewers
    const { ratings } = await getPriority(coordinator, world.own.slug, world.own.otherPartner)
    expect(ratings).toMatchObject([{ ratedBy: null, ratedById: null, influence: 4 }])
    expect(JSON.stringify(ratings)).not.toContain('Dora')
  })
})

describe('the first circle', () => {
  const choose = (version: number, circleReason: string, firstCircle = true) =>
    prioritise(world.viewers.coordinator, {
      ...{ ...about(), version, firstCircle, circleReason, action: 'Call' },
      ...{ actionBy: 'Clara', actionOn: '2031-05-14' },
    })

  test('needs a reason', async () => {
    expect(await denialOf(choose(0, ''))).toMatchObject({ detail: 'circleReason:reason' })
  })

  test('is told to who was slower', async () => {
    await choose(0, 'They open doors.')
    const late = await denialOf(choose(0, 'They pay.'))
    expect(late).toMatchObject({ code: 'conflict' })
    expect(late.saved).toMatchObject({ version: 1, fields: { circleReason: 'They open doors.' } })
    await choose(1, '', false)
    const { own, viewers } = world
    const { choice } = await getPriority(viewers.coordinator, own.slug, own.otherPartner)
    expect(choice).toMatchObject({ version: 2, firstCircle: false, decidedBy: 'Clara' })
  })
})

describe('the planner', () => {
  const find = async () => {
    const { coordinator } = world.viewers
    const { all } = await listEngagement(coordinator, world.own.slug, { q: '', show: null })
    return all.find(({ id }) => id === world.own.otherPartner)
  }

  test('hears of silence after ninety days without talk or deed, and of a deed of its people', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-04-11T12:00:00Z') })
    const { own } = world
    await sql(`update partners set created_at = '2031-01-01' where region_id = $1`, [own.id])
    expect(await find()).toMatchObject({ silent: true, signOn: '2031-01-01' })
    const { viewers } = world
    await sql('update members set partner_id = $1 where user_id = $2', [
      ...[own.otherPartner, viewers.partner.userId],
    ])
    await insert('activities', {
      ...{ region_id: own.id, id: uuid(), actor_id: viewers.partner.userId, subject: 'x' },
      ...{ kind: 'comment.added', at: new Date('2031-03-01T12:00:00Z') },
    })
    expect(await find()).toMatchObject({ silent: false, signOn: '2031-03-01', talkedOn: null })
    vi.useRealTimers()
  })

  test('keeps a talk, and no day that is still to come', async () => {
    const talk = { ...about(), kind: 'talk' as const, people: '', words: 'They need rooms.' }
    const { coordinator } = world.viewers
    const late = await denialOf(addTalk(coordinator, { ...talk, heldOn: '2098-01-01' }))
    expect(late).toMatchObject({ detail: 'heldOn:future' })
    await addTalk(coordinator, { ...talk, heldOn: '2026-03-04' })
    expect(await find()).toMatchObject({ talks: 1, talkedOn: '2026-03-04' })
  })

  test('tells who plans a contact too late', async () => {
    const { coordinator } = world.viewers
    await planContact(coordinator, { ...about(), version: 0, dueOn: '2031-05-14', who: 'Clara' })
    const late = planContact(coordinator, { ...about(), version: 0, dueOn: null, who: 'Dora' })
    expect((await denialOf(late)).saved).toMatchObject({
      ...{ version: 1, fields: { dueOn: '2031-05-14', who: 'Clara' } },
    })
    await planContact(coordinator, { ...about(), version: 1, dueOn: null, who: 'Dora' })
    expect(await find()).toMatchObject({ nextOn: null, nextWho: 'Dora', nextVersion: 2 })
  })
})

test('what is candid goes along when two entries turn out to be one organisation', async () => {
  const { own, viewers } = world
  const { coordinator } = viewers
  await rate(coordinator, 5, 5)
  await asViewer(coordinator, (db) =>
    moveCandid(db, own.id, { from: own.partner, to: own.otherPartner }),
  )
  const { ratings, choice } = await getPriority(coordinator, own.slug, own.otherPartner)
  expect(ratings).toHaveLength(2)
  expect(choice).toMatchObject({ firstCircle: true, reason: own.candid })
  const { talks, partner } = await getEngagement(coordinator, own.slug, own.otherPartner)
  expect(talks).toMatchObject([{ words: own.candid }])
  expect(partner).toMatchObject({ nextOn: '2026-02-15', nextWho: own.candid })
})

test('after 24 months names and words are erased, and nothing younger is', async () => {
  const { own, foreign, viewers } = world
  const age = (table: string, column: string, region: string) =>
    sql(`update ${table} set ${column} = now() - interval '25 months' where region_id = $1`, [
      region,
    ])
  await age('partner_ratings', 'rated_at', own.id)
  await age('partner_priorities', 'decided_at', own.id)
  await age('partner_talks', 'created_at', own.id)
  await insert('partner_talks', {
    ...{ region_id: own.id, id: uuid(), partner_id: own.partner, kind: 'note' },
    ...{ held_on: '2020-01-01', words: 'old', created_at: new Date('2020-01-01') },
  })
  expect(await forgetCandid()).toBe(4)
  expect(await forgetCandid()).toBe(0)
  const { talks } = await getEngagement(viewers.coordinator, own.slug, own.partner)
  expect(talks).toMatchObject([{ kind: 'talk', heldOn: '2026-01-15', people: '', words: '' }])
  const { ratings, choice } = await getPriority(viewers.coordinator, own.slug, own.partner)
  expect(ratings).toMatchObject([{ together: true, raterName: '', influence: 4 }])
  expect(choice).toMatchObject({ firstCircle: true, actionBy: '' })
  const young = await getEngagement(viewers.outsider, foreign.slug, foreign.partner)
  expect(young.talks).toMatchObject([{ words: foreign.candid }])
})

test('facts for suggestions are counted for coordinators, and are nothing to others', async () => {
  const { own, viewers } = world
  await rate(viewers.coordinator, 4, 4)
  await rate(viewers.coordinator, 4, 5, 'Jana')
  await sql(
    `update partners set brings = '', gains = case id when $1 then '{learning}'::text[] else '{}' end`,
    [own.partner],
  )
  const facts = (viewer: Viewer) =>
    asViewer(viewer, async (db) => (await readToolFacts(db, own.id)).candid)
  expect(await facts(viewers.coordinator)).toMatchObject({
    ...{ listed: 2, placed: 1, circle: 1, circleTalked: 1, talked: 1, noted: 0 },
    ...{ engaged: 2, gaining: 1 },
  })
  for (const role of ['staff', 'admin', 'partner', 'observer'] as const) {
    expect(await facts(viewers[role])).toMatchObject({ placed: 0, circle: 0, talked: 0 })
  }
})
