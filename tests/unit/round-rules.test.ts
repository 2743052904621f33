import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, changeBetween, thresholdOf } from '../../lib/assessment/change/rules'
import { shownGroups } from '../../lib/assessment/rules'
import { type AskedStep, scoreRound, type Sheet } from '../../lib/assessment/scoring/rules'

const STEP: AskedStep = {
  slug: 'purpose',
  statements: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, core: id === 'a' })),
}

function sheet(levels: (number | null)[], over: Partial<Sheet> = {}): Sheet {
  const answers = Object.fromEntries(STEP.statements.map(({ id }, i) => [id, levels[i] ?? null]))
  return { sector: 'public', organisation: 1, answers, lookBack: {}, comments: {}, ...over }
}

const all = (level: number) => [level, level, level, level, level]
const score = (sheets: Sheet[]) => scoreRound([STEP], sheets)

describe('a step after a round', () => {
  it('gives each organisation one voice', () => {
    const [step] = score([
      ...[4, 4, 4, 4].map((level) => sheet(all(level), { organisation: 1 })),
      sheet(all(2), { organisation: 2, sector: 'business' }),
      sheet(all(3), { organisation: 3, sector: 'business' }),
    ]).steps
    expect(step).toMatchObject({ level: 3, respondents: 6, organisations: 3, sectors: 2 })
  })

  it('is rounded once, half up, from the exact mean', () => {
    const levels = [...Array.from({ length: 11 }, () => 2), 3, 3, 3, 3, 3, 3, 3, 3, 3]
    const sheets = levels.map((level, organisation) => sheet(all(level), { organisation }))
    // 2.45 is shown as 2.5; 2.449 must not become 2.5 by way of 2.45.
    expect(score(sheets).steps[0]?.level).toBe(2.5)
  })

  it('leaves out who judged fewer than three of five', () => {
    const some = Array.from({ length: 5 }, () => sheet(all(4)))
    const [step] = score([
      ...some,
      sheet([1, 1, null, null, null]),
      sheet([4, 4, 4, null, null]),
    ]).steps
    expect(step).toMatchObject({ respondents: 6, level: 4 })
  })

  it('has no level under five people, and says how many there were', () => {
    const [step] = score(Array.from({ length: 4 }, () => sheet(all(4)))).steps
    expect(step).toMatchObject({
      respondents: 4,
      level: null,
      lowest: null,
      core: null,
      groups: {},
    })
  })

  it('shows the look-back from five people on, beside the level', () => {
    const back = (level: number) => sheet(all(4), { lookBack: { purpose: level } })
    expect(score([2, 2, 2, 2].map(back)).steps[0]?.lookBack).toBeNull()
    expect(score([2, 2, 2, 2, 2].map(back)).steps[0]).toMatchObject({ lookBack: 2, level: 4 })
  })
})

describe('a statement after a round', () => {
  const of = (levels: (number | null)[]) =>
    score(levels.map((level) => sheet([level]))).statements.find(
      ({ statement }) => statement === 'a',
    )

  it('has three bands from five answers on and five bars from ten', () => {
    expect(of([1, 2, 3, 4, 5])?.bars).toEqual([2, 1, 2])
    expect(of([1, 2, 3, 4, 5, 1, 2, 3, 4, 5])?.bars).toEqual([2, 2, 2, 2, 2])
  })

  it('is hidden with fewer than five answers, even if more saw it', () => {
    const hidden = of([1, 2, 3, 4, null, null])
    expect(hidden).toMatchObject({ answers: null, level: null, median: null, bars: null })
    expect(hidden).toMatchObject({ cannotJudge: 33, groups: {} })
  })
})

describe('comments', () => {
  const said = (n: number) =>
    score(Array.from({ length: n }, (_, i) => sheet(all(3), { comments: { purpose: `w${i}` } })))

  it('are kept from ten respondents on', () => {
    expect(said(9).comments).toEqual([])
    expect(said(10).comments).toHaveLength(10)
  })
})

describe('a change between two rounds', () => {
  it.each([
    [4, null],
    [5, 0.8],
    [7, 0.8],
    [8, 0.5],
    [14, 0.5],
    [15, 0.4],
  ])('with %i people needs %s', (respondents, threshold) => {
    expect(thresholdOf(respondents)).toBe(threshold)
  })

  it('is named from the threshold of the smaller round on', () => {
    const before = { level: 2.8, respondents: 20 }
    expect(changeBetween(before, { level: 3.3, respondents: 9 })).toBe('up')
    expect(changeBetween(before, { level: 3.2, respondents: 9 })).toBe('same')
    expect(changeBetween(before, { level: 2.4, respondents: 15 })).toBe('down')
    expect(changeBetween(before, { level: 3.5, respondents: 6 })).toBe('same')
    expect(changeBetween({ ...before, level: null }, { level: 3, respondents: 9 })).toBeNull()
  })

  it('has bands with their borders at half a level', () => {
    const levels = [1, 1.4, 1.5, 2.4, 2.5, 3.4, 3.5, 4.4, 4.5, 5]
    expect(levels.map(bandOf)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
  })
})

describe('what is shown', () => {
  const sectors = ['s1', 's2', 's3', 's4', 's5', 's6']
  const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 })

  it('gives no group under five away, whatever is added or taken from what', () => {
    fc.assert(
      fc.property(sizes, (counts) => {
        const groups = Object.fromEntries(counts.map((n, i) => [sectors[i] ?? '', n]))
        const shown = shownGroups(groups)
        const total = counts.reduce((sum, n) => sum + n, 0)
        // Every subset of what is shown, and the total without it, is a number one can work out.
        for (let mask = 0; mask < 2 ** shown.length; mask += 1) {
          const part = shown.filter((_, i) => mask & (1 << i))
          const sum = part.reduce((all, name) => all + (groups[name] ?? 0), 0)
          const known = total >= 5 ? [sum, total - sum] : [sum]
          for (const size of known) expect(size === 0 || size >= 5).toBe(true)
        }
      }),
    )
  })

  it('holds for every statement and step of a round', () => {
    const person = fc.record({
      sector: fc.constantFrom(...sectors.slice(0, 4)),
      organisation: fc.integer({ min: 1, max: 6 }),
      levels: fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 5, maxLength: 5 }),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 24 }), (people) => {
        const { steps, statements } = score(people.map(({ levels, ...who }) => sheet(levels, who)))
        for (const { answers, groups } of statements) {
          const parts = Object.values(groups).map(({ answers: n }) => n)
          const rest = (answers ?? 0) - parts.reduce((sum, n) => sum + n, 0)
          for (const size of [...parts, rest]) expect(size === 0 || size >= 5).toBe(true)
        }
        for (const { respondents, groups } of steps) {
          const parts = Object.values(groups).map(({ respondents: n }) => n)
          if (parts.length === 0) continue
          const rest = respondents - parts.reduce((sum, n) => sum + n, 0)
          for (const size of [...parts, rest]) expect(size === 0 || size >= 5).toBe(true)
        }
      }),
    )
  })
})
