import { expect, test } from '@playwright/test'
import { v7 as uuid } from 'uuid'
import { createSignedIn, visit, type SignedIn, type Visitor } from '../support/http'
import { insert, sql } from '../support/owner'

let world: SignedIn
test.beforeEach(async () => {
  world = await createSignedIn()
})

/** An open stream, read event by event. */
async function listen(visitor: Visitor, { region = world.own.slug, since = '' } = {}) {
  const aborting = new AbortController()
  const response = await visit(`/api/live/${region}?since=${since}`, world.cookies[visitor], {
    signal: aborting.signal,
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  /** The next event, or null when the stream has ended. */
  const next = async (): Promise<{ name: string; data: Record<string, unknown> } | null> => {
    for (;;) {
      const found = /^event: (\w+)\ndata: (.*)\n\n/.exec(rest)
      if (found) {
        rest = rest.slice(found[0].length)
        return { name: found[1] ?? '', data: JSON.parse(found[2] ?? '') }
      }
      const part = await reader?.read()
      if (!part || part.done) return null
      rest += part.value
    }
  }
  return { response, next, close: () => aborting.abort() }
}

/** Something happens in a region, with words that are nobody's business. */
async function happen(regionId: string, actorId = world.viewers.coordinator.userId) {
  const id = uuid()
  await insert('activities', {
    ...{ region_id: regionId, id, actor_id: actorId, kind: 'partner.added' },
    ...{ subject: uuid(), after: JSON.stringify({ name: 'Secret brewery' }) },
  })
  return id
}

test('a change in the region is told to those in it: that, and nothing of what', async () => {
  const ears = await Promise.all(
    (['coordinator', 'partner', 'observer', 'staff'] as const).map((who) => listen(who)),
  )
  for (const { next } of ears) expect(await next()).toMatchObject({ name: 'hello' })
  const activity = await happen(world.own.id)
  const told = await Promise.all(ears.map(({ next }) => next()))
  const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/)
  expect(told).toEqual(
    [true, false, false, false].map((own) => ({ name: 'changed', data: { at, activity, own } })),
  )
  for (const { close } of ears) close()
})

test('a change in another region is not heard', async () => {
  const { next, close } = await listen('coordinator')
  await next()
  await happen(world.foreign.id)
  const activity = await happen(world.own.id)
  expect((await next())?.data.activity).toBe(activity)
  close()
})

test('what was missed since the page was made is told at once', async () => {
  const [{ now }] = (await sql('select now()::timestamptz(3) as now')) as [{ now: Date }]
  const before = await listen('partner', { since: now.toISOString() })
  expect(await before.next()).toMatchObject({ name: 'hello', data: { missed: false } })
  before.close()
  await happen(world.own.id)
  const after = await listen('partner', { since: now.toISOString() })
  expect(await after.next()).toMatchObject({ name: 'hello', data: { missed: true } })
  after.close()
  const nonsense = await listen('partner', { since: 'yesterday' })
  expect(await nonsense.next()).toMatchObject({ data: { missed: false } })
  nonsense.close()
})

test('a foreign region and an unknown one are not there, and a stranger is told nothing', async () => {
  for (const region of [world.foreign.slug, 'no-such-region', '%00', world.foreign.id]) {
    for (const visitor of ['coordinator', 'partner', 'former'] as const) {
      const answer = await visit(`/api/live/${region}`, world.cookies[visitor])
      const heard = [region, visitor, answer.status, await answer.text()]
      expect(heard).toEqual([region, visitor, 404, ''])
    }
  }
  for (const visitor of ['anonymous', 'disabled'] as const) {
    const answer = await visit(`/api/live/${world.own.slug}`, world.cookies[visitor])
    expect([visitor, answer.status, await answer.text()]).toEqual([visitor, 401, ''])
  }
})

test('the stream is kept by nobody and held up by nobody', async () => {
  const { response, close } = await listen('observer')
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('private, no-store, no-transform')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  expect(response.headers.get('content-encoding')).toBeNull()
  close()
})

const ENDINGS: Record<string, (userId: string) => Promise<unknown>> = {
  'the session has ended': (userId) => sql('delete from sessions where user_id = $1', [userId]),
  'access was switched off': (userId) =>
    sql('update users set disabled_at = now() where id = $1', [userId]),
  'they left the region': (userId) => sql('delete from members where user_id = $1', [userId]),
}

for (const [why, end] of Object.entries(ENDINGS)) {
  test(`nothing more is told to somebody once ${why}`, async () => {
    const { next } = await listen('partner')
    await next()
    await end(world.viewers.partner.userId)
    await happen(world.own.id)
    expect(await next()).toEqual({ name: 'bye', data: {} })
    expect(await next()).toBeNull()
  })
}

test('one person has eight streams, and gets a new one when another has gone', async () => {
  const ears = await Promise.all(Array.from({ length: 8 }, () => listen('observer')))
  expect(ears.map(({ response }) => response.status)).toEqual(Array(8).fill(200))
  const ninth = await listen('observer')
  expect(ninth.response.status).toBe(503)
  const neighbour = await listen('partner')
  expect(neighbour.response.status).toBe(200)
  ears[0]?.close()
  await expect
    .poll(async () => {
      const again = await listen('observer')
      again.close()
      return again.response.status
    })
    .toBe(200)
  for (const { close } of [...ears, neighbour]) close()
})
