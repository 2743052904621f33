import { describe, expect, it } from 'vitest'
import {
  filterEntries,
  listEntries,
  type ListedEntry,
  sortEntries,
} from '@/lib/journey/listing/rules'

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

describe('upkeep in the list of entries', () => {
  const upkeep = {
    id: 'a.upkeep',
    label: 'Look again',
    essential: false,
    defaultOwner: 'coordinator',
  }
  const step = { slug: 'a', number: 1, part: 1, upkeep }
  const lists = { items: [], ownItems: [], milestones: [], ownMilestones: [] }
  const guide = { steps: [{ ...step, ...lists }] } as unknown as Parameters<typeof listEntries>[0]
  const done = { item: 'a.upkeep', state: 'done' as const, dueOn: null, doneOn: '2026-01-10' }
  const kept = { ownerKind: null, ownerSector: null, ownerPartner: null, version: 3 }
  const rows = { ticks: [{ ...done, ...kept }], milestones: [] }

  it('is due again once its step is reached, and overdue when that day has passed', () => {
    const again = listEntries(guide, rows, [{ slug: 'a', upkeepDueOn: '2026-07-10' }])
    expect(again).toMatchObject([{ kind: 'upkeep', state: 'open', day: '2026-07-10', version: 3 }])
    const late = { ...everything, standing: 'overdue' } as const
    expect(filterEntries(again, late, '2026-07-10')).toHaveLength(0)
    expect(filterEntries(again, late, '2026-07-11')).toHaveLength(1)
  })

  it('is what its tick says before', () => {
    const before = listEntries(guide, rows, [{ slug: 'a', upkeepDueOn: null }])
    expect(before).toMatchObject([{ state: 'done', day: null, since: '2026-01-10' }])
  })
})
