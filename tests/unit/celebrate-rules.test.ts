import { describe, expect, test } from 'vitest'
import {
  cardFileName,
  celebrationKey,
  celebrationOf,
  drawable,
  isFresh,
  subsetsFor,
} from '../../lib/celebrate/rules'
import type { Guide } from '../../lib/guidebook/rules'
import type { DerivedStep } from '../../lib/journey/derived/rules'

const slugs = ['one', 'two', 'three', 'four'] as const

const guide = {
  edition: 1,
  parts: [],
  steps: slugs.map((slug, index) => ({
    ...{ slug, number: index + 1, part: Math.ceil((index + 1) / 2), title: slug },
  })),
} as unknown as Guide

/** A journey in which these steps were reached on a day. */
const reached = (...done: string[]): DerivedStep[] =>
  slugs.map((slug, index) => ({
    ...{ slug, number: index + 1, flags: [], confirmedSince: null, progress: 0, missing: 0 },
    state: done.includes(slug) ? 'reached' : 'in_progress',
    reachedSince: done.includes(slug) ? '2026-03-14' : null,
    upkeepDueOn: null,
  }))

describe('celebrating a step', () => {
  test('waits until it is reached', () => {
    expect(celebrationOf(guide, reached('two'), 'one')).toBeNull()
    expect(celebrationOf(guide, reached('one'), 'nowhere')).toBeNull()
  })

  test('names the first step that is still to come', () => {
    expect(celebrationOf(guide, reached('one', 'three'), 'three')?.next?.slug).toBe('two')
    expect(celebrationOf(guide, reached(...slugs), 'four')?.next).toBeNull()
  })

  test('says when a part is complete', () => {
    expect(celebrationOf(guide, reached('one'), 'one')?.completesPart).toBe(false)
    expect(celebrationOf(guide, reached('one', 'two'), 'one')?.completesPart).toBe(true)
  })

  test('lasts a week, and begins anew with a step that is reached anew', () => {
    const celebration = celebrationOf(guide, reached('one'), 'one')
    if (!celebration) throw new Error('Nothing to celebrate.')
    expect(isFresh(celebration, '2026-03-20')).toBe(true)
    expect(isFresh(celebration, '2026-03-21')).toBe(false)
    const key = (since: string) =>
      celebrationKey('01890000-0000-7000-8000-0123456789ab', { ...celebration, since })
    expect(key('2026-03-14')).toBe('0123456789ab.one.2026-03-14')
    expect(key('2026-05-01')).not.toBe(key('2026-03-14'))
  })
})

describe('what a card draws', () => {
  test.each([
    ['Přátelský Żywiec', 'Přátelský Żywiec'],
    ['Ελλάδα, Пловдив', 'Ελλάδα, Пловдив'],
    ['Lyon 🎉 漢字\u200d  Rhône', 'Lyon Rhône'],
    ['e\u0301', 'é'],
  ])('%s', (text, drawn) => {
    expect(drawable(text)).toBe(drawn)
  })

  test.each([
    ['Lyon', ['latin']],
    ['Łódź', ['latin', 'latin-ext']],
    ['Ελλάδα', ['latin', 'greek']],
    ['Пловдив', ['latin', 'cyrillic']],
  ])('with the pieces of the typefaces that it needs: %s', (text, subsets) => {
    expect(subsetsFor(text)).toEqual(subsets)
  })

  test('is kept under a name that says what it is', () => {
    expect(cardFileName('dolni-kraj', 3, 'de')).toBe('dolni-kraj-step-3-de.png')
  })
})
