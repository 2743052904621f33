import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreement, organisationLevel, SHOWN_FROM, shownGroups } from '../../lib/assessment/rules'
import model from './vectors/model.json'

describe('agreement', () => {
  it.each(model.agreement)('of $answers is $adLabel', ({ answers, ...expected }) => {
    expect(agreement(answers)).toEqual(expected)
  })

  it('does not depend on the order of answers', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(answers, (given) => {
        expect(agreement(given.toReversed())).toEqual(agreement(given))
        expect(agreement(given).rwgStar).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('refuses to speak of no answers', () => {
    expect(() => agreement([])).toThrow(RangeError)
  })
})

describe('shownGroups', () => {
  it.each(model.suppression)('$groups shows $shown', ({ groups, shown }) => {
    const sizes = Object.fromEntries(
      Object.entries(groups).filter((entry): entry is [string, number] => entry[1] !== undefined),
    )
    expect(shownGroups(sizes)).toEqual(shown)
  })

  it('shows nobody below five, and what the total leaves hidden is none or five', () => {
    const groups = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.nat(12), {
      maxKeys: 6,
      noNullPrototype: true,
    })
    fc.assert(
      fc.property(groups, (sizes) => {
        const shown = shownGroups(sizes)
        const hidden = Object.entries(sizes).filter(([name]) => !shown.includes(name))
        const hiddenTotal = hidden.reduce((total, [, size]) => total + size, 0)
        for (const name of shown) expect(sizes[name]).toBeGreaterThanOrEqual(SHOWN_FROM)
        if (shown.length > 0 && hiddenTotal > 0) {
          expect(hiddenTotal).toBeGreaterThanOrEqual(SHOWN_FROM)
        }
      }),
    )
  })
})

describe('organisationLevel', () => {
  it.each(model.organisationWeighting)('is $L', (vector) => {
    const means = Object.entries(vector.respondentStepMeansByOrganisation)
    const { unweighted, L } = vector
    expect(organisationLevel(Object.fromEntries(means) as Record<string, number[]>)).toEqual({
      unweighted,
      L,
    })
  })

  it('leaves out organisations without an answer', () => {
    expect(organisationLevel({ A: [3], B: [] })).toEqual({ unweighted: 3, L: 3 })
    expect(() => organisationLevel({ A: [] })).toThrow(RangeError)
  })
})
