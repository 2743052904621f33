import { describe, expect, it } from 'vitest'
import {
  decisiveChanges,
  diffEditions,
  type EditionEntry,
  findBreaks,
  isSame,
} from '../../lib/guidebook/edition/rules'

const item = (slug: string, facts: Record<string, string> = {}): EditionEntry => ({
  ...{ kind: 'checklist', id: `purpose.checklist.${slug}`, step: 'purpose', name: slug },
  facts: { label: slug, essential: 'false', ...facts },
})
const step = (id: string, number: string): EditionEntry => ({
  ...{ kind: 'steps', id, step: null, name: id, facts: { number, part: 'start', title: id } },
})
const statement = (text: string, version: string): EditionEntry => ({
  ...{ kind: 'statements', id: 'purpose.statements.gap', step: 'purpose', name: text },
  facts: { text, version },
})

const ids = (entries: EditionEntry[]) => entries.map(({ id }) => id.replace(/.*\./, ''))

describe('diffEditions', () => {
  it('finds no difference between an edition and itself', () => {
    const edition = [step('purpose', '1'), item('a'), item('b')]
    expect(isSame(diffEditions(edition, structuredClone(edition)))).toBe(true)
  })

  it('tells by id what is new, changed and dropped', () => {
    const diff = diffEditions(
      [item('a'), item('b')],
      [item('a', { label: 'A, said anew' }), item('c')],
    )
    expect(ids(diff.added)).toEqual(['c'])
    expect(ids(diff.dropped)).toEqual(['b'])
    expect(diff.changed.map(({ changes }) => changes)).toEqual([
      [{ fact: 'label', before: 'a', after: 'A, said anew' }],
    ])
  })

  it('tells a fact that came or went as one that was or is empty', () => {
    const [change] = diffEditions(
      [item('a', { unit: 'h' })],
      [item('a', { 'de.label': 'ä' })],
    ).changed
    expect(change?.changes).toEqual([
      { fact: 'de.label', before: '', after: 'ä' },
      { fact: 'unit', before: 'h', after: '' },
    ])
  })

  it('brings out what decides about states', () => {
    const diff = diffEditions(
      [item('a'), item('b')],
      [item('a', { essential: 'true', label: 'x' }), item('b', { label: 'y' })],
    )
    expect(decisiveChanges(diff).map(({ entry, changes }) => [ids([entry]), changes])).toEqual([
      [['a'], [{ fact: 'essential', before: 'false', after: 'true' }]],
    ])
  })

  it('notices another order, and not that one more stands before all others', () => {
    expect(diffEditions([item('a'), item('b')], [item('b'), item('a')]).reordered).toEqual([
      { kind: 'checklist', step: 'purpose' },
    ])
    expect(
      diffEditions([item('a'), item('b')], [item('c'), item('a'), item('b')]).reordered,
    ).toEqual([])
  })

  it('puts what the journey rests on before what is said about it', () => {
    const tip: EditionEntry = { ...item('t'), kind: 'tips' }
    expect(
      diffEditions([], [tip, item('a'), step('purpose', '1')]).added.map(({ kind }) => kind),
    ).toEqual(['steps', 'checklist', 'tips'])
  })
})

describe('findBreaks', () => {
  const before = [step('purpose', '1'), step('ecosystem', '2'), statement('We know the gap.', '1')]

  it('lets words of a step change', () => {
    const after = before.map((one) => ({ ...one, facts: { ...one.facts, title: 'Anew' } }))
    expect(findBreaks(before, after)).toEqual([])
  })

  it.each<[string, EditionEntry[]]>([
    ['goes', [step('ecosystem', '2')]],
    ['gets another number', [step('purpose', '2'), step('ecosystem', '2')]],
    ['gets another name', [step('aim', '1'), step('ecosystem', '2')]],
  ])('refuses that a step %s', (_, steps) => {
    const faults = findBreaks(before, [...steps, statement('We know the gap.', '1')])
    expect(faults).toEqual([{ path: 'steps.purpose', fault: 'stepsStay', wanted: '1' }])
  })

  it('wants a new version of a statement in other words', () => {
    const steps = before.slice(0, 2)
    const path = 'purpose.statements.gap'
    expect(findBreaks(before, [...steps, statement('We see it.', '1')])).toEqual([
      { path, fault: 'sameVersion', found: '1' },
    ])
    expect(findBreaks(before, [...steps, statement('We see it.', '2')])).toEqual([])
  })

  it('refuses what says nothing new', () => {
    expect(findBreaks(before, structuredClone(before))).toEqual([{ path: '', fault: 'nothingNew' }])
  })
})
