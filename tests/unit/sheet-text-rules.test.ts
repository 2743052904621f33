import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay } from '@/lib/sheet/days/rules'
import { clean, neutralise, restore } from '@/lib/sheet/text/rules'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom("'", "''", '=', '+', '-', '@', '\t', '\r', ' =', "'="), fc.string())
    .map(([start, rest]) => start + rest),
)

test('no text begins as a formula once it is written', () => {
  fc.assert(fc.property(hostile, (text) => !/^[=+\-@\t\r]/.test(neutralise(text))))
})

test('what is written is what is read, whatever it begins with', () => {
  fc.assert(fc.property(hostile, (text) => restore(neutralise(text)) === text))
})

test('cleaning a second time changes nothing', () => {
  fc.assert(fc.property(hostile, (text) => clean(clean(text)) === clean(text)))
})

test.each([
  ["'=1+1", '=1+1'],
  ["''=1+1", "'=1+1"],
  ["'s-Hertogenbosch", "'s-Hertogenbosch"],
  ["'", "'"],
  ['=1+1', '=1+1'],
])('an apostrophe in %s is taken off only where it was put', (written, read) => {
  expect(restore(written)).toBe(read)
})

test.each([
  ['2026-03-14', '2026-03-14'],
  ['2026-03-14T00:00:00.000Z', '2026-03-14'],
  ['14.3.2026', '2026-03-14'],
  ['14. 03. 2026', '2026-03-14'],
  ['14/3/2026', '2026-03-14'],
  ['46095', '2026-03-14'],
  ['46095.0', '2026-03-14'],
])('%s is a day', (text, day) => {
  expect(readDay(text)).toBe(day)
})

test.each([
  ...['2026-02-30', '31.4.2026', '3/14/2026', '14.3.26', '1989-12-31', '2100-01-01', 'soon'],
  ...['1', '999999', '2026-3-14', '46095.5'],
])('%s is none', (text) => {
  expect(readDay(text)).toBeNull()
})
