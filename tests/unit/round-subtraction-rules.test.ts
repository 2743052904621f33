import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SHOWN_FROM, shownGroups } from '../../lib/assessment/rules'
import { type AskedStep, scoreRound, type Sheet } from '../../lib/assessment/scoring/rules'

const GROUPS = ['a', 'b', 'c', 'd', 'e', 'f']
const STEP: AskedStep = {
  slug: 'purpose',
  statements: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, core: id === 'a' })),
}

/** Every way to share people out among up to six groups, up to nine in each; order does not count. */
function* listSizes(groups = GROUPS.length, most = 9): Generator<number[]> {
  if (groups === 0) return yield []
  for (let size = 0; size <= most; size += 1) {
    for (const rest of listSizes(groups - 1, size)) yield [size, ...rest]
  }
}

function* subsetsOf<T>(all: readonly T[]): Generator<T[]> {
  for (let mask = 0; mask < 2 ** all.length; mask += 1) {
    yield all.filter((_, at) => mask & (1 << at))
  }
}

const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0)
const isSafe = (size: number) => size === 0 || size >= SHOWN_FROM

/** People of four sectors and six organisations who may leave statements unanswered or unjudged. */
const person = fc.record({
  sector: fc.constantFrom(...GROUPS.slice(0, 4)),
  organisation: fc.integer({ min: 1, max: 6 }),
  levels: fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }), {
    minLength: 5,
    maxLength: 5,
  }),
})
const people = fc.array(person, { minLength: 4, maxLength: 24 })

function sheetOf({ levels, ...who }: { levels: (number | null)[] } & Pick<Sheet, 'sector'>) {
  const answers = Object.fromEntries(STEP.statements.map(({ id }, at) => [id, levels[at] ?? null]))
  return { organisation: 1, answers, lookBack: {}, comments: {}, ...who }
}

describe('no group under five can be worked out', () => {
  it('by adding up or taking away shown groups and the total, in all 5005 ways for six groups', () => {
    let ways = 0
    for (const sizes of listSizes()) {
      ways += 1
      const groups = Object.fromEntries(sizes.map((size, at) => [GROUPS[at] ?? '', size]))
      const shown = shownGroups(groups)
      const total = sum(sizes)
      for (const some of subsetsOf(shown)) {
        const part = sum(some.map((name) => groups[name] ?? 0))
        const known = total >= SHOWN_FROM ? [part, total - part] : [part]
        if (!known.every(isSafe)) expect.fail(`${sizes.join()} shows ${shown.join()}`)
      }
    }
    expect(ways).toBe(5005)
  })

  it('by the order or the names of the groups', () => {
    const sizes = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(sizes, fc.shuffledSubarray(GROUPS, { minLength: 6 }), (counts, names) => {
        const groups = Object.fromEntries(counts.map((size, at) => [names[at] ?? '', size]))
        const shown = shownGroups(groups).map((name) => groups[name] ?? 0)
        expect(isSafe(sum(counts) - sum(shown)) || shown.length === 0).toBe(true)
        expect(shown.every((size) => size >= SHOWN_FROM)).toBe(true)
      }),
    )
  })

  it('from a step beside its statements: both speak of the same answers', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { steps, statements } = scoreRound([STEP], all.map(sheetOf))
        const [step] = steps
        if (step?.level === null || !step) return
        const levels = statements.flatMap(({ level }) => level ?? [])
        const core = statements.find(({ statement }) => statement === 'a')
        expect(step.core).toBe(core?.level ?? null)
        expect(step.lowest).toBe(levels.length > 0 ? Math.min(...levels) : null)
      }),
      { numRuns: 300 },
    )
  })

  it('from any two figures about a sector and about everybody, at a step and at its statements', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { steps, statements } = scoreRound([STEP], all.map(sheetOf))
        for (const { respondents, groups, level } of steps) {
          const shown = Object.values(groups).map((group) => group.respondents)
          if (level === null) expect(shown).toEqual([])
          for (const some of subsetsOf(shown)) {
            expect(isSafe(sum(some))).toBe(true)
            if (shown.length > 0) expect(isSafe(respondents - sum(some))).toBe(true)
          }
        }
        for (const { answers, groups, level, median, bars, agreement } of statements) {
          const shown = Object.values(groups).map((group) => group.answers)
          if (answers === null) {
            expect({ shown, level, median, bars, agreement }).toEqual({
              ...{ shown: [], level: null, median: null, bars: null, agreement: null },
            })
            continue
          }
          expect(bars).toHaveLength(answers < 10 ? 3 : 5)
          for (const some of subsetsOf(shown)) {
            expect(isSafe(sum(some)) && isSafe(answers - sum(some))).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
