import { describe, expect, it } from 'vitest'
import { listChanges } from '../../lib/activity/changes/rules'

const open = {
  ...{ state: 'open', doneOn: null, note: '', reason: '', dueOn: null },
  ...{ ownerKind: null, ownerSector: null, ownerPartner: null },
}

describe('what an entry changed', () => {
  it('is told fact by fact, with what was before', () => {
    const after = { ...open, state: 'done', doneOn: '2026-03-14' }
    expect(listChanges(open, after)).toEqual([
      { fact: 'state', from: 'open', to: 'done' },
      { fact: 'doneOn', from: null, to: '2026-03-14' },
    ])
  })

  it('keeps an owner together, however many columns hold it', () => {
    const business = { ...open, ownerKind: 'sector', ownerSector: 'business' }
    const anybody = { ...open, ownerKind: 'any-partner' }
    expect(listChanges(business, anybody)).toEqual([
      { fact: 'owner', from: 'sector:business', to: 'any-partner' },
    ])
  })

  it('leaves out what was empty and stays so, and what nobody reads', () => {
    expect(listChanges(open, { ...open, note: '', version: 3 })).toEqual([])
    expect(listChanges(null, { note: '', dueOn: null })).toEqual([])
  })

  it('tells a new thing by what it begins with', () => {
    const after = { name: 'Studio', sector: 'creative_civil', microPlayer: true }
    expect(listChanges(null, after)).toEqual([
      { fact: 'name', from: null, to: 'Studio' },
      { fact: 'sector', from: null, to: 'creative_civil' },
      { fact: 'microPlayer', from: null, to: true },
    ])
  })

  it('does not take silence for a change: entries keep what they changed', () => {
    expect(listChanges({ name: 'Studio', city: 'Brno' }, { city: 'Praha' })).toEqual([
      { fact: 'city', from: 'Brno', to: 'Praha' },
    ])
  })

  it('takes facts of any shape without harm', () => {
    for (const facts of [undefined, 7, 'text', [], { state: { $ne: null } }]) {
      expect(listChanges(facts, facts)).toEqual([])
    }
  })
})
