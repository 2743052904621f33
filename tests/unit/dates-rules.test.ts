import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayIn, daysBetween, monthsBetween } from '../../lib/dates/rules'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-29', 1, '2026-03-30'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to)
  })

  it('adding and counting days are each other turned round', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days)
      }),
    )
  })

  it.each(['', '2026-1-1', '1 May 2026', '2026-05-01T00:00'])('%j is no day', (text) => {
    expect(() => addDays(text, 1)).toThrow(RangeError)
  })
})

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-15', 12, '2027-05-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it.each([
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-15', '2026-02-15', 1],
    ['2026-01-31', '2026-02-28', 1],
    ['2024-06-01', '2026-05-31', 23],
    ['2026-02-01', '2026-01-31', -1],
  ])('from %s to %s there are %i', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months)
  })

  it('as many full months have passed as fit', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const months = monthsBetween(from, to)
        expect(addMonths(from, months) <= to).toBe(true)
        expect(addMonths(from, months + 1) > to).toBe(true)
      }),
    )
  })
})

describe('dayIn', () => {
  const instant = new Date('2026-03-28T23:30:00Z')
  it.each([
    ['Europe/Vienna', '2026-03-29'],
    ['UTC', '2026-03-28'],
    ['America/New_York', '2026-03-28'],
    ['Pacific/Kiritimati', '2026-03-29'],
  ])('in %s it is %s', (timeZone, expected) => {
    expect(dayIn(timeZone, instant)).toBe(expected)
  })

  it('refuses a zone that does not exist', () => {
    expect(() => dayIn('Europe/Atlantis', instant)).toThrow(RangeError)
  })
})
