import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betweenness, type Edge, findBridges } from '@/lib/network/betweenness/rules'
import { absentSectors, countBetween } from '@/lib/network/gaps/rules'
import { placeLabels } from '@/lib/network/labels/rules'
import { HEIGHT, layOut, WIDTH } from '@/lib/network/layout/rules'
import { type Asked, type Organisation, viewNetwork } from '@/lib/network/view/rules'
import { SECTORS } from '@/lib/partners/rules'
import { pairOf, type Relation, saidBy } from '@/lib/relations/rules'

describe('betweenness', () => {
  test('of a star is all in its middle', () => {
    const star: Edge[] = [1, 2, 3, 4].map((leaf) => [0, leaf])
    expect(betweenness(5, star)).toEqual([6, 0, 0, 0, 0])
  })

  test('of a path rises to its middle', () => {
    const path: Edge[] = [0, 1, 2, 3].map((from) => [from, from + 1])
    expect(betweenness(5, path)).toEqual([0, 3, 4, 3, 0])
  })

  test('of a ring is shared by all', () => {
    const ring: Edge[] = [0, 1, 2, 3].map((from) => [from, (from + 1) % 4])
    expect(betweenness(4, ring)).toEqual([0.5, 0.5, 0.5, 0.5])
  })

  test('of a complete graph is nobody’s', () => {
    const all: Edge[] = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].map((b): Edge => [a, b]))
    expect(betweenness(4, all)).toEqual([0, 0, 0, 0])
  })

  test('of Krackhardt’s kite is as the books have it', () => {
    // Krackhardt 1990: Heather, who links the tail to the rest, comes first with 14.
    const kite: Edge[] = [
      ...[[0, 1] as const, [0, 2] as const, [0, 3] as const, [0, 5] as const, [1, 3] as const],
      ...[[1, 4] as const, [1, 6] as const, [2, 3] as const, [2, 5] as const, [3, 4] as const],
      ...[[3, 5] as const, [3, 6] as const, [4, 6] as const, [5, 6] as const, [5, 7] as const],
      ...[[6, 7] as const, [7, 8] as const, [8, 9] as const],
    ]
    const known = [0.8333, 0.8333, 0, 3.6667, 0, 8.3333, 8.3333, 14, 8, 0]
    betweenness(10, kite).forEach((value, place) =>
      expect(value).toBeCloseTo(known[place] ?? -1, 3),
    )
    expect(findBridges(10, kite)[0]).toBe(7)
  })

  test('counts two relations of the same two once', () => {
    const twice: Edge[] = [...[[0, 1] as const, [1, 0] as const], ...[[1, 2] as const]]
    expect(betweenness(3, twice)).toEqual([0, 1, 0])
  })

  test('marks nobody where all are alike, or nobody is', () => {
    const ring: Edge[] = [0, 1, 2, 3].map((from) => [from, (from + 1) % 4])
    expect(findBridges(4, ring)).toEqual([])
    expect(findBridges(0, [])).toEqual([])
    expect(findBridges(2, [[0, 1]])).toEqual([])
  })
})

const network = fc.integer({ min: 0, max: 60 }).chain((count) =>
  fc.record({
    organisations: fc.constant(
      Array.from({ length: count }, (_, place) => ({
        id: `id-${place}`,
        sector: SECTORS[(place * 7) % 4] ?? 'public',
      })),
    ),
    edges: fc.array(fc.tuple(fc.nat(Math.max(0, count - 1)), fc.nat(Math.max(0, count - 1))), {
      maxLength: 120,
    }),
  }),
)

describe('the drawing', () => {
  test('has every mark inside, none on another, and never anything but whole numbers', () => {
    fc.assert(
      fc.property(network, ({ organisations, edges }) => {
        const points = layOut(organisations, edges)
        expect(points).toHaveLength(organisations.length)
        for (const { x, y } of points) {
          expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true)
          expect(x > 0 && x < WIDTH && y > 0 && y < HEIGHT).toBe(true)
        }
        points.forEach((one, place) => {
          for (const other of points.slice(place + 1)) {
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(24)
          }
        })
      }),
      { numRuns: 40 },
    )
  })

  test('is the same for the same network, in whatever order it comes', () => {
    fc.assert(
      fc.property(network, ({ organisations, edges }) => {
        const points = layOut(organisations, edges)
        const last = organisations.length - 1
        const turned = edges.map(([a, b]): Edge => [last - b, last - a]).reverse()
        expect(layOut(organisations.toReversed(), turned).reverse()).toEqual(points)
      }),
      { numRuns: 20 },
    )
  })

  test('writes no name over another, those of weight first', () => {
    const crowd = Array.from({ length: 60 }, (_, place) => ({
      ...{ x: 300 + (place % 10) * 40, y: 300 + Math.floor(place / 10) * 40 },
      ...{ text: `Organisation ${place}`, weight: place === 34 ? 9 : 0 },
      ringed: false,
    }))
    const labels = placeLabels(crowd)
    expect(labels[34]).not.toBeNull()
    const rows = labels.flatMap((label) => (label ? [`${label.x} ${label.y} ${label.anchor}`] : []))
    expect(new Set(rows).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.length).toBeLessThan(60)
  })
})

const organisation = (id: string, sector: Organisation['sector'], rest: object = {}) => ({
  ...{ id, name: `The ${id}`, sector, listedOn: null, leftOn: null, ...rest },
})
const relation = (from: string, to: string, rest: Partial<Relation> = {}): Relation => ({
  ...pairOf(from, rest.kind ?? 'works_with', to),
  ...{ id: `${from}-${to}`, since: '2026-01-01', endedOn: null, version: 1, ...rest },
})
const today: Asked = { on: '2026-06-01', since: null, search: '', sector: null, kind: null }

const town = [
  ...[organisation('city', 'public'), organisation('school', 'education_research')],
  ...[organisation('brewery', 'business'), organisation('theatre', 'creative_civil')],
]

describe('gaps', () => {
  test('are the sectors that nothing links yet', () => {
    const between = countBetween(town, [{ from: 'city', to: 'school' }])
    expect(between.filter(({ count }) => count > 0)).toEqual([
      { one: 'public', other: 'education_research', count: 1 },
    ])
    expect(between.filter(({ count }) => count === 0)).toHaveLength(5)
  })

  test('are not named where a sector has nobody', () => {
    expect(countBetween(town.slice(0, 2), [])).toHaveLength(1)
    expect(absentSectors(town.slice(0, 2))).toEqual(['business', 'creative_civil'])
  })
})

describe('two days compared', () => {
  const asked = { ...today, since: '2026-02-01' }
  const states = (relations: Relation[], all = town) =>
    viewNetwork(all, relations, asked).lines.map(({ id, state }) => [id, state])

  test('show what came, what ended and what stays', () => {
    expect(
      states([
        relation('city', 'school'),
        relation('city', 'brewery', { since: '2026-03-01' }),
        relation('city', 'theatre', { endedOn: '2026-04-01' }),
        relation('school', 'theatre', { since: '2026-03-01', endedOn: '2026-04-01' }),
        relation('school', 'brewery', { since: '2026-07-01' }),
      ]),
    ).toEqual([
      ['city-school', 'stays'],
      ['city-brewery', 'came'],
      ['city-theatre', 'ended'],
    ])
  })

  test('a relation ends with whoever leaves', () => {
    const all = [...town.slice(0, 1), organisation('school', 'public', { leftOn: '2026-05-01' })]
    expect(states([relation('city', 'school')], all)).toEqual([['city-school', 'ended']])
    expect(viewNetwork(all, [relation('city', 'school')], today).total.relations).toBe(0)
  })

  test('what was entered by mistake never was', () => {
    expect(states([relation('city', 'school', { endedOn: '2026-01-01' })])).toEqual([])
  })
})

describe('the map narrowed', () => {
  const relations = [
    relation('city', 'school'),
    relation('brewery', 'city', { kind: 'funds' }),
    relation('school', 'brewery', { kind: 'knows' }),
  ]
  const view = (asked: Partial<Asked>) => viewNetwork(town, relations, { ...today, ...asked })
  const names = (all: Organisation[]) => all.map(({ id }) => id).sort()

  test('to a sector shows its own and those they are related to', () => {
    const { drawn, lines } = view({ sector: 'education_research' })
    expect(names(drawn)).toEqual(['brewery', 'city', 'school'])
    expect(lines).toHaveLength(2)
  })

  test('to a kind leaves the others out, and whoever has none stands aside', () => {
    const { drawn, isolated } = view({ kind: 'funds' })
    expect(names(drawn)).toEqual(['brewery', 'city'])
    expect(names(isolated)).toEqual(['school', 'theatre'])
  })

  test('keeps what is said of the whole', () => {
    const { total, between } = view({ kind: 'funds', sector: 'public' })
    expect(total).toEqual({ organisations: 4, linked: 3, relations: 3 })
    expect(between.filter(({ count }) => count === 0)).toHaveLength(3)
  })

  test('finds names without their accents', () => {
    const all = [...town, organisation('x', 'business', { name: 'Měšťanský pivovar' })]
    expect(viewNetwork(all, [], { ...today, search: 'mestansky' }).isolated).toHaveLength(1)
  })
})

test('both sides say the same relation their own way', () => {
  expect(pairOf('b', 'works_with', 'a')).toEqual(pairOf('a', 'works_with', 'b'))
  const funded = pairOf('b', 'funded_by', 'a')
  expect(funded).toEqual({ kind: 'funds', from: 'a', to: 'b' })
  expect([saidBy('a', funded), saidBy('b', funded)]).toEqual(['funds', 'funded_by'])
})
