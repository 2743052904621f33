import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSilent, lastSign } from '@/lib/candid/engagement/rules'
import { type CandidFacts, suggestFromCandid } from '@/lib/candid/facts/rules'
import { DOT, layOut, layOutTray, pointOf, ratingAt, SIDE } from '@/lib/candid/layout/rules'
import { fieldOf, median, placeOf } from '@/lib/candid/matrix/rules'
import { PARTNER_STATUSES } from '@/lib/partners/rules'

const rating = (influence: number, interest: number) => ({ influence, interest })
const level = fc.integer({ min: 1, max: 5 })

describe('where several views place an organisation', () => {
  test.each([
    [[4], 4],
    [[1, 5], 3],
    [[1, 2, 5], 2],
    [[5, 1, 2, 4], 3],
    [[2, 3], 2.5],
  ])('the middle of %j is %d', (numbers, middle) => {
    expect(median(numbers)).toBe(middle)
  })

  test('nobody has placed it: it has no place', () => {
    expect(placeOf([])).toBeNull()
  })

  test.each([
    [3, 3, 'work-closely'],
    [5, 4, 'work-closely'],
    [3, 2.5, 'keep-on-board'],
    [2.5, 3, 'keep-informed'],
    [2.5, 2.5, 'keep-in-view'],
  ])('influence %d and interest %d: %s', (influence, interest, field) => {
    expect(fieldOf(influence, interest)).toBe(field)
  })

  test('the spread is the distance of the two who see it most differently', () => {
    const place = placeOf([rating(2, 4), rating(5, 4), rating(4, 3)])
    expect(place).toMatchObject({ spread: 3, raters: 3 })
    expect(place?.influence).toEqual({ median: 4, low: 2, high: 5 })
    expect(placeOf([rating(4, 4), rating(4, 4)])?.spread).toBe(0)
  })

  test('a median exactly on the cut is asked again, one beside it is not', () => {
    expect(placeOf([rating(3, 5)])?.onLine).toBe(true)
    expect(placeOf([rating(2, 5), rating(4, 5)])?.onLine).toBe(true)
    expect(placeOf([rating(2, 5), rating(3, 5)])?.onLine).toBe(false)
  })

  test('whoever rates, the place lies between the lowest and the highest view', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 9 }), (pairs) => {
        const place = placeOf(pairs.map(([influence, interest]) => rating(influence, interest)))
        expect(place).not.toBeNull()
        for (const one of [place?.influence, place?.interest]) {
          const { low = NaN, median: middle = NaN, high = NaN } = one ?? {}
          expect(low).toBeLessThanOrEqual(middle)
          expect(middle).toBeLessThanOrEqual(high)
        }
      }),
    )
  })
})

describe('the drawing', () => {
  const many = fc.array(fc.tuple(level, level), { maxLength: 130 })

  test('no dot hides another one or leaves its field', () => {
    fc.assert(
      fc.property(many, (pairs) => {
        const placed = pairs.map(([influence, interest], index) => ({
          ...{ id: String(index), influence, interest },
        }))
        const points = [...layOut(placed).values()]
        expect(points).toHaveLength(placed.length)
        for (const [index, { x, y }] of points.entries()) {
          const { influence, interest } = placed[index] ?? { influence: NaN, interest: NaN }
          expect([x >= SIDE / 2, y <= SIDE / 2]).toEqual([interest >= 3, influence >= 3])
          for (const other of points.slice(index + 1)) {
            expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThanOrEqual(DOT)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a single dot lies near what it was rated', () => {
    const [{ x, y } = { x: NaN, y: NaN }] = layOut([
      { id: 'a', influence: 5, interest: 2 },
    ]).values()
    const wanted = pointOf(rating(5, 2))
    expect(Math.hypot(x - wanted.x, y - wanted.y)).toBeLessThan(DOT)
  })

  test('a point where a rating lies gives that rating back, also from outside', () => {
    fc.assert(
      fc.property(level, level, (influence, interest) => {
        expect(ratingAt(pointOf(rating(influence, interest)))).toEqual({ influence, interest })
      }),
    )
    expect(ratingAt({ x: -500, y: 5000 })).toEqual({ influence: 1, interest: 1 })
  })

  test('what is not placed stands in rows below', () => {
    const { points, height } = layOutTray(Array.from({ length: 30 }, (_, index) => String(index)))
    expect(new Set([...points.values()].map(({ y }) => y)).size).toBe(2)
    expect(height).toBeGreaterThan(2 * DOT)
    expect(layOutTray([]).height).toBe(0)
  })
})

describe('silence', () => {
  const heard = { status: 'engaged' as const, since: '2026-01-01', talkedOn: null, seenOn: null }

  test('the last sign is the latest of talk, deed and being listed', () => {
    expect(lastSign(heard)).toBe('2026-01-01')
    expect(lastSign({ ...heard, talkedOn: '2026-02-01', seenOn: '2026-03-01' })).toBe('2026-03-01')
    expect(lastSign({ ...heard, talkedOn: '2025-02-01' })).toBe('2026-01-01')
  })

  test('it begins on the ninetieth day', () => {
    expect(isSilent(heard, '2026-03-31')).toBe(false)
    expect(isSilent(heard, '2026-04-01')).toBe(true)
    expect(isSilent({ ...heard, seenOn: '2026-03-20' }, '2026-04-01')).toBe(false)
  })

  test('only who is in contact can fall silent', () => {
    const silent = PARTNER_STATUSES.filter((status) => isSilent({ ...heard, status }, '2027-01-01'))
    expect(silent).toEqual(['contacted', 'engaged', 'committed'])
  })
})

describe('what the tools suggest to tick', () => {
  const none: CandidFacts = {
    ...{ listed: 0, placed: 0, circle: 0, circleTalked: 0, talked: 0, noted: 0 },
    ...{ engaged: 0, gaining: 0 },
  }
  const items = (facts: Partial<CandidFacts>) =>
    suggestFromCandid({ ...none, ...facts }).map(({ item }) => item.split('.').at(-1))

  test('nothing, where nothing is known', () => {
    expect(items({})).toEqual([])
  })

  test.each([
    ['power-interest-placed', { listed: 10, placed: 8 }, { listed: 10, placed: 7 }],
    ['first-circle-chosen', { circle: 5 }, { circle: 4 }],
    ['personal-talks-held', { circle: 10, circleTalked: 7 }, { circle: 10, circleTalked: 6 }],
    ['expectations-noted', { talked: 3, noted: 3 }, { talked: 3, noted: 2 }],
    ['gain-per-partner', { engaged: 5, gaining: 4 }, { engaged: 5, gaining: 3 }],
  ])('%s as soon as its facts hold, not before', (item, enough, short) => {
    expect(items(enough)).toContain(item)
    expect(items(short)).not.toContain(item)
  })

  test('each says what it rests on', () => {
    const [first] = suggestFromCandid({ ...none, listed: 10, placed: 9 })
    expect(first).toMatchObject({ reason: 'placed', values: { count: 9, of: 10 } })
  })
})
