import { describe, expect, it } from 'vitest'
import { busiestStep, cutPage } from '@/lib/compare/rules'
import { compareSchema, cursorText } from '@/lib/compare/schema'

const rows = (...keys: string[]) => keys.map((key) => ({ key, id: `id-${key}` }))
const first = { back: false, begun: false }

describe('a page of the comparison', () => {
  it('offers no neighbours when everything fits', () => {
    expect(cutPage(rows('a', 'b'), 2, first)).toEqual({
      rows: rows('a', 'b'),
      previous: null,
      next: null,
    })
  })

  it('offers the next page when one more row was found', () => {
    const page = cutPage(rows('a', 'b', 'c'), 2, first)
    expect(page.rows).toEqual(rows('a', 'b'))
    expect(page.next).toEqual({ key: 'b', id: 'id-b', back: false })
    expect(page.previous).toBeNull()
  })

  it('stands in reading order when paging back', () => {
    const page = cutPage(rows('d', 'c', 'b'), 2, { back: true, begun: true })
    expect(page.rows).toEqual(rows('c', 'd'))
    expect(page.previous).toEqual({ key: 'c', id: 'id-c', back: true })
    expect(page.next).toEqual({ key: 'd', id: 'id-d', back: false })
  })
})

describe('the address of the comparison', () => {
  it('brings a cursor back as it was', () => {
    const at = { key: 'dolni kraj', id: '0198a7c0-0000-7000-8000-000000000001', back: false }
    expect(compareSchema.parse({ at: cursorText(at) }).at).toEqual(at)
  })

  it.each([
    ['quiet', '2026-02-28', true],
    ['quiet', '', true],
    ['quiet', '2026-02-31', false],
    ['quiet', 'dolni kraj', false],
    ['name', 'dolni kraj', true],
  ])('ordered by %s, a cursor at "%s" is kept: %s', (order, key, kept) => {
    const at = { key, id: '0198a7c0-0000-7000-8000-000000000001', back: false }
    expect(compareSchema.parse({ order, at: cursorText(at) }).at).toEqual(kept ? at : null)
  })

  it.each(['x', '%%%', Buffer.from('{"key":1}').toString('base64url'), 'a'.repeat(900)])(
    'ignores a cursor that makes no sense: %s',
    (at) => {
      expect(compareSchema.parse({ at, order: 'level', step: '9', state: 'best' })).toEqual({
        q: '',
        country: null,
        territory: null,
        step: null,
        state: null,
        order: 'name',
        at: null,
      })
    },
  )
})

it('names the step most regions are at work on, the earlier one of two', () => {
  const states = (...busy: number[]) => ({
    states: Array.from({ length: 8 }, (_, index) =>
      busy.includes(index + 1) ? 'in_progress' : 'reached',
    ),
  })
  expect(busiestStep([states(2, 3), states(3), states(2)])).toEqual({ step: 2, regions: 2 })
  expect(busiestStep([states()])).toBeNull()
})
