import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../lib/dates/rules'
import { daysByState, type StateChange, stretchesOf } from '../../lib/journey/durations/rules'
import { STEP_STATES } from '../../lib/journey/rules'

const FROM = '2026-01-01'

const histories = fc
  .record({
    first: fc.constantFrom(...STEP_STATES),
    turns: fc.array(fc.record({ pause: fc.nat(40), to: fc.constantFrom(...STEP_STATES) }), {
      maxLength: 30,
    }),
    length: fc.nat(800),
  })
  .map(({ first, turns, length }) => {
    let [day, state] = [FROM, first]
    const changes = turns.map(({ pause, to }): StateChange => {
      day = addDays(day, pause)
      const change = { day, from: state, to }
      state = to
      return change
    })
    return { changes, span: { from: FROM, to: addDays(FROM, length) }, first, state }
  })

describe('stretchesOf', () => {
  it('divides the span without gap and overlap, and adds up to it', () => {
    fc.assert(
      fc.property(histories, ({ changes, span, state }) => {
        const stretches = stretchesOf(changes, span, state)
        let day = span.from
        for (const stretch of stretches) {
          expect(stretch.from).toBe(day)
          expect(stretch.days).toBe(daysBetween(stretch.from, stretch.to))
          expect(stretch.days).toBeGreaterThan(0)
          day = stretch.to
        }
        expect(day).toBe(span.to)
        const sum = Object.values(daysByState(stretches)).reduce((a, b) => a + b, 0)
        expect(sum).toBe(daysBetween(span.from, span.to))
      }),
    )
  })

  it('gives each day to the state in which it ended', () => {
    fc.assert(
      fc.property(histories, fc.nat(800), ({ changes, span, first, state }, offset) => {
        const day = addDays(span.from, offset)
        fc.pre(day < span.to)
        const stretch = stretchesOf(changes, span, state).find(
          ({ from, to }) => from <= day && day < to,
        )
        const evening = changes.filter((change) => change.day <= day).at(-1)?.to
        expect(stretch?.state).toBe(evening ?? (changes.length > 0 ? first : state))
      }),
    )
  })

  it('knows nothing but the present without changes', () => {
    expect(stretchesOf([], { from: FROM, to: '2026-01-11' }, 'reached')).toEqual([
      { state: 'reached', from: FROM, to: '2026-01-11', days: 10 },
    ])
  })

  it('puts a state together that was left and taken up on one day', () => {
    const changes: StateChange[] = [
      { day: '2026-01-05', from: 'in_progress', to: 'reached' },
      { day: '2026-01-05', from: 'reached', to: 'in_progress' },
    ]
    expect(stretchesOf(changes, { from: FROM, to: '2026-01-11' }, 'in_progress')).toEqual([
      { state: 'in_progress', from: FROM, to: '2026-01-11', days: 10 },
    ])
  })
})
