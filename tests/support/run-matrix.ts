import { describe, expect, test } from 'vitest'
import { Denial } from '@/lib/errors'
import { clearAway, createWorld, ROLES, type Role, type World } from './cast'
import { MATRIX, PROGRAMME_MATRIX } from './matrix'
import type { ProgrammeRow, Row } from './matrix-answers'
import { takeSnapshot } from './owner'

const OVERSEES: readonly Role[] = ['admin', 'staff']

/** 'ok', or the refusal in its own words; anything else is a fault of the product and is thrown. */
async function answerOf(
  work: () => Promise<unknown>,
): Promise<{ answer: string; result: unknown }> {
  try {
    return { result: await work(), answer: 'ok' }
  } catch (error) {
    if (error instanceof Denial) return { answer: error.message, result: null }
    throw error
  }
}

/** What a role is to hear about the own or the other region. */
function expectedOf(row: Row, role: Role, target: 'own' | 'foreign'): string {
  if (role === 'admin' || role === 'staff') return row.answers[role]
  if (role === 'former') return 'not-found'
  if (role === 'outsider') return target === 'own' ? 'not-found' : row.answers.coordinator
  return target === 'own' ? row.answers[role] : 'not-found'
}

/** Asks, and looks at the answer, at the database before and after, and for others' texts. */
async function ask(
  world: World,
  asked: {
    role: Role
    writes: boolean
    expected: string
    isExact: boolean
    call: () => Promise<unknown>
  },
) {
  const { role, writes, expected, isExact, call } = asked
  const before = await takeSnapshot()
  const { answer, result } = await answerOf(call)
  if (isExact) expect(answer).toBe(expected)
  else expect(alike(answer)).toBe(alike(expected))
  const after = await takeSnapshot()
  if (answer !== 'ok' || !writes) expect(after).toEqual(before)
  else if (!JSON.stringify(result ?? '').includes('nothing in the end')) {
    expect(after).not.toEqual(before)
  }
  if (OVERSEES.includes(role)) return
  const others = role === 'outsider' ? world.own : world.foreign
  expect(JSON.stringify(result ?? '')).not.toContain(others.mark)
}

/** Refusals sound alike without policies, where rows that should be hidden are merely refused. */
const alike = (answer: string) => (answer === 'not-found' ? 'forbidden' : answer)

/** A world that the last test left as it was, for the next one to find. */
let left: World | undefined

/** A world as it was made: what changed one is cleared away first. */
async function findWorld(): Promise<World> {
  const found = left
  left = undefined
  if (found) return found
  await clearAway()
  return createWorld()
}

/** One test for each function and role, over every region it can be asked about. */
export function runMatrix({ hasPolicies = true } = {}) {
  describe.each(Object.entries(MATRIX))('%s', (_name, row) => {
    test.each(ROLES)('%s', async (role) => {
      let world = await findWorld()
      let isAsMade = !row.prepare
      await row.prepare?.(world)
      for (const target of ['own', 'foreign'] as const) {
        const expected = expectedOf(row, role, target)
        const { viewers, [target]: region } = world
        const call = () => row.call(viewers[role], region, world)
        const writes = row.writes === true
        const isExact = hasPolicies || target === 'foreign'
        await ask(world, { role, writes, expected, isExact, call })
        if (expected === 'ok' && row.writes) {
          isAsMade = false
          world = await createWorld()
        }
        await row.prepare?.(world)
      }
      await askNested(world, row, role)
      if (isAsMade) left = world
    })
  })
  describe.each(Object.entries(PROGRAMME_MATRIX))('%s', (_name, row: ProgrammeRow) => {
    test.each(ROLES)('%s', async (role) => {
      const world = await findWorld()
      await row.prepare?.(world)
      const call = () => row.call(world.viewers[role], world)
      const { everybody, writes = false } = row
      await ask(world, { role, writes, expected: everybody[role], isExact: true, call })
      if (!row.prepare && !writes) left = world
    })
  })
}

async function askNested(world: World, row: Row, role: Role) {
  const { nested, nestedAnswer = 'not-found' } = row
  if (!nested) return
  const { own, viewers } = world
  const isInside = role !== 'outsider' && role !== 'former'
  const mayAsk = isInside && row.answers[role] === 'ok'
  const before = await takeSnapshot()
  const { answer } = await answerOf(() => nested(viewers[role], world))
  if (mayAsk) expect(answer).toBe(nestedAnswer)
  else expect(['not-found', 'forbidden']).toContain(answer)
  expect({ own: own.id, after: await takeSnapshot() }).toEqual({ own: own.id, after: before })
}
