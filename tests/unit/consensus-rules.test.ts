import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCode, readCode, showCode } from '../../lib/consensus/code/rules'
import { outcomeOf } from '../../lib/consensus/outcome/rules'
import { isNewsForPhones, movesFrom, type Room } from '../../lib/consensus/room/rules'

describe('a code', () => {
  test('is read as it was meant, however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        fc.pre([...bytes].filter((byte) => byte < 234).length >= 6)
        const code = makeCode(bytes)
        expect(code).toMatch(/^[0-9A-Z]{6}$/)
        expect(readCode(showCode(code))).toBe(code)
        expect(readCode(` ${code.slice(0, 2).toLowerCase()}-${code.slice(2)}`)).toBe(code)
      }),
    )
  })

  test('has no letters that look like others', () => {
    for (const typed of ['0AAAAA', 'OAAAAA', '1AAAAA', 'IAAAAA', 'AAAAA', 'AAAAAAA', '']) {
      expect(readCode(typed), typed).toBeNull()
    }
  })

  test('needs enough chance', () => {
    expect(() => makeCode(new Uint8Array(5))).toThrow(RangeError)
  })
})

describe('the pace', () => {
  const at = (phase: Room['phase'], position: number) => movesFrom({ phase, position }, 3)

  test.each([
    ['waiting', 0, ['begin']],
    ['voting', 0, ['show', 'next']],
    ['voting', 1, ['show', 'back', 'next']],
    ['shown', 2, ['again', 'back']],
    ['agreed', 1, ['again', 'back', 'next']],
    ['ended', 1, []],
  ] as const)('%s at %i allows %j', (phase, position, moves) => {
    expect(at(phase, position)).toEqual(moves)
  })

  test('phones hear of moves, not of each vote', () => {
    const room: Room = {
      ...{ version: 3, phase: 'voting', position: 0, statement: 'a', ballot: 1, present: 2 },
      ...{ voted: 0, bars: null, level: null },
    }
    expect(isNewsForPhones(null, room)).toBe(true)
    expect(isNewsForPhones(room, { ...room, voted: 1 })).toBe(false)
    expect(isNewsForPhones(room, { ...room, version: 4 })).toBe(true)
  })
})

describe('what a session says', () => {
  const step = (slug: string, count: number) => ({
    slug,
    statements: Array.from({ length: count }, (_, i) => ({ id: `${slug}.${i}`, core: i === 0 })),
  })
  const agreed = (statement: string, level: number) => ({
    ...{ statement, level, reason: `Why ${statement}`, evidence: '' },
  })
  const present = { people: 7, organisations: 4, sectors: 3 }

  test('is the mean of the agreed levels with one decimal, the lowest and the core one', () => {
    const levels = [3, 4, 4].map((level, i) => agreed(`a.${i}`, level))
    const { steps, statements } = outcomeOf([step('a', 4)], levels, present)
    expect(steps).toMatchObject([
      { step: 'a', respondents: 7, organisations: 4, sectors: 3, level: 3.7, lowest: 3, core: 3 },
    ])
    expect(statements).toHaveLength(3)
    expect(statements[0]).toMatchObject({ agreed: true, level: 3, reason: 'Why a.0', bars: null })
  })

  test('leaves out a step of which less than 60 % was agreed, and keeps its levels', () => {
    const few = outcomeOf([step('a', 5)], [agreed('a.1', 5), agreed('a.2', 5)], present)
    expect([few.steps, few.statements.length]).toEqual([[], 2])
    const enough = [1, 2, 3].map((i) => agreed(`a.${i}`, 5))
    expect(outcomeOf([step('a', 5)], enough, present).steps).toMatchObject([{ core: null }])
  })

  test('is nothing without a level', () => {
    expect(outcomeOf([step('a', 5)], [], present)).toEqual({ steps: [], statements: [] })
  })
})
