import { beforeEach, expect, test } from 'vitest'
import { castVote, enterRoom, findRoom, findSeat } from '@/lib/consensus/guests'
import { Denial } from '@/lib/errors'
import { clearAway, createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'

const TRIES = 1500
const WRONG = '222222'

let world: World
beforeEach(async () => {
  await clearAway()
  await sql('delete from throttles')
  world = await createWorld()
})

const join = (code: string, client: string) =>
  enterRoom(
    { code, name: 'Somebody', partner: world.own.partner, organisation: '', sector: '' },
    { client, requestKey: crypto.randomUUID() },
  ).then(
    () => 'in',
    (error: unknown) => (error instanceof Denial ? error.message : String(error)),
  )

test('who guesses codes is answered nothing any more, even to a right one; others are', async () => {
  const { sessionCode: code } = world.own
  const guesser = '203.0.113.7'
  expect(await findRoom(code, guesser)).toMatchObject({ code })
  // Words that cannot be a code are counted too, else they would tell what codes look like for free.
  for (let at = 1; at < TRIES; at += 1) {
    expect(await findRoom(at % 2 ? WRONG : 'nonsense', guesser)).toBeNull()
  }
  expect(await findRoom(code, guesser)).toBeNull()
  expect(await join(code, guesser)).toBe('not-found: sessionGone')
  expect(await findRoom(code, '203.0.113.8')).toMatchObject({ code })
  expect(await join(code, '203.0.113.8')).toBe('in')
  const kept = await sql<{ key: string }>('select key from throttles')
  expect(kept.length).toBeGreaterThan(0)
  for (const { key } of kept) expect(key).not.toContain('203.0.113')
}, 60_000)

test('a seat that is not theirs tells nobody whether a code is right', async () => {
  const { sessionCode: code } = world.own
  for (const secret of [undefined, '', 'a secret that nobody was given']) {
    expect(await findSeat(code, secret)).toEqual(await findSeat(WRONG, secret))
    const vote = { about: 'purpose.statements.purpose-gap', ballot: 2, level: 5 }
    expect(await castVote(code, secret, vote)).toBe(await castVote(WRONG, secret, vote))
  }
  const votes = await sql('select level from consensus_votes where round_id = $1', [
    world.own.session,
  ])
  expect(votes).toEqual([{ level: 3 }])
})
