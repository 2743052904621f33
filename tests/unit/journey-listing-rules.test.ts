import { describe, expect, it } from 'vitest'
import { filterEntries, type ListedEntry, sortEntries } from '@/lib/journey/listing/rules'

const entry = (over: Partial<ListedEntry>): ListedEntry => ({
  ...{ id: 'a.checklist.b', kind: 'item', step: 'a', number: 1, part: 1, title: 'Zeichnen' },
  ...{ binding: false, own: false, state: 'open', owner: { kind: 'coordinator' } },
  ...{ day: null, since: null, version: 0, ...over },
})

const everything = { q: null, step: null, kind: null, standing: null, owner: null }
const titles = (entries: ListedEntry[]) => entries.map(({ title }) => title)

const list = [
  entry({ title: 'Émile fragen', day: '2026-05-02' }),
  entry({ title: 'Zeichnen', day: '2026-03-01', state: 'started' }),
  entry({ title: 'Anfangen', state: 'done', day: '2026-01-01' }),
  entry({ title: 'Fest', kind: 'milestone', state: 'planned', day: '2026-04-01' }),
  entry({ title: 'Weglassen', state: 'waived', owner: { kind: 'sector', sector: 'business' } }),
]

describe('the list of entries', () => {
  it('finds without accents', () => {
    expect(titles(filterEntries(list, { ...everything, q: 'emile' }, '2026-04-15'))).toEqual([
      'Émile fragen',
    ])
  })

  it('calls overdue what is open and past its day', () => {
    const late = filterEntries(list, { ...everything, standing: 'overdue' }, '2026-04-15')
    expect(titles(late)).toEqual(['Zeichnen', 'Fest'])
  })

  it('tells milestones from items, and owners apart', () => {
    const milestones = filterEntries(list, { ...everything, kind: 'milestone' }, '2026-04-15')
    expect(titles(milestones)).toEqual(['Fest'])
    const business = filterEntries(list, { ...everything, owner: 'sector:business' }, '2026-04-15')
    expect(titles(business)).toEqual(['Weglassen'])
  })

  it('orders by day with what has none last, or by name', () => {
    expect(titles(sortEntries(list, 'day')).at(-1)).toBe('Weglassen')
    expect(titles(sortEntries(list, 'title'))[0]).toBe('Anfangen')
    expect(titles(sortEntries(list, 'journey'))).toEqual(titles(list))
  })
})
