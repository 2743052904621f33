import { describe, expect, test } from 'vitest'
import { movePart, nextDueOn, type Part, wholeState } from '@/lib/tasks/rules'

const open: Part = { state: 'open', back: '' }
const submitted: Part = { state: 'submitted', back: '' }
const done: Part = { state: 'done', back: '' }
const back = (why: 'again' | 'not_us' | 'later'): Part => ({ state: 'handed_back', back: why })
const partner = { skipCheck: false, checks: false }

describe('an organisation and its task', () => {
  test('a tick-off waits for a coordinator, who accepts it', () => {
    expect(movePart(open, 'tick', partner)).toEqual(submitted)
    expect(movePart(submitted, 'accept', partner)).toEqual(done)
  })

  test('is done at once where the check is skipped, and where a coordinator ticks', () => {
    expect(movePart(open, 'tick', { skipCheck: true, checks: false })).toEqual(done)
    expect(movePart(open, 'tick', { skipCheck: false, checks: true })).toEqual(done)
  })

  test('can be asked again, and be ticked off once more', () => {
    expect(movePart(submitted, 'again', partner)).toEqual(back('again'))
    expect(movePart(back('again'), 'tick', partner)).toEqual(submitted)
  })

  test('can hand back what waits for it, and nothing else', () => {
    expect(movePart(open, 'not_us', partner)).toEqual(back('not_us'))
    expect(movePart(back('again'), 'later', partner)).toEqual(back('later'))
    expect(movePart(submitted, 'not_us', partner)).toBeNull()
    expect(movePart(done, 'later', partner)).toBeNull()
  })

  test('does not tick off twice', () => {
    expect(movePart(done, 'tick', partner)).toBeNull()
    expect(movePart(submitted, 'tick', partner)).toBeNull()
  })
})

describe('a task as a whole', () => {
  test('is done when all of those asked by name are', () => {
    expect(wholeState('partners', [done, open])).toBe('open')
    expect(wholeState('partners', [done, done])).toBe('done')
  })

  test('is done when one has done what any of them may do', () => {
    expect(wholeState('any-partner', [done, back('not_us')])).toBe('done')
    expect(wholeState('sector', [])).toBe('open')
  })

  test('shows what a coordinator should look at first', () => {
    expect(wholeState('partners', [submitted, back('later'), open])).toBe('submitted')
    expect(wholeState('partners', [back('later'), open])).toBe('handed_back')
  })
})

test('a task comes again months after its day, and never in the past', () => {
  expect(nextDueOn('2026-01-31', 1, '2026-02-03')).toBe('2026-02-28')
  expect(nextDueOn('2024-01-31', 3, '2026-02-03')).toBe('2026-05-03')
  expect(nextDueOn(null, 6, '2026-02-03')).toBe('2026-08-03')
})
