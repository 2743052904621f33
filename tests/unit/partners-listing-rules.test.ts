import { describe, expect, it } from 'vitest'
import {
  filterPartners,
  missingVoices,
  type PartnerFilter,
  sortPartners,
} from '../../lib/partners/listing/rules'
import {
  sectorCoverage,
  type PartnerStatus,
  type Sector,
  type Subtype,
} from '../../lib/partners/rules'

function partner(
  name: string,
  sector: Sector,
  status: PartnerStatus = 'engaged',
  archived = false,
) {
  return {
    ...{ name, city: 'Zürich', sector, subtype: null as Subtype | null, status, archived },
    ...{ kind: '', secondarySectors: [] as Sector[], size: null, microPlayer: false },
    ...{ intermediary: false, toCheck: false },
    standings: [] as { status: PartnerStatus; since: string }[],
  }
}

const all: PartnerFilter = {
  ...{ search: '', sector: null, status: null, size: null, mark: null, archived: false },
}
const partners = [
  partner('Žižka', 'public'),
  partner('école', 'education_research', 'left'),
  partner('Atelier', 'creative_civil', 'identified'),
  partner('Old', 'public', 'engaged', true),
]
const names = (filter: Partial<PartnerFilter>) =>
  sortPartners(filterPartners(partners, { ...all, ...filter }), 'name').map(({ name }) => name)

describe('filterPartners', () => {
  it('sorts by name without regard to case and accents', () => {
    expect(names({})).toEqual(['Atelier', 'école', 'Žižka'])
  })

  it.each([
    [{ search: 'ZIZ' }, ['Žižka']],
    [{ search: 'zurich', status: 'left' as const }, ['école']],
    [{ sector: 'public' as const }, ['Žižka']],
    [{ archived: true }, ['Old']],
  ])('narrows by %o', (filter, expected) => {
    expect(names(filter)).toEqual(expected)
  })
})

describe('marks', () => {
  it('finds those whom nobody has contacted, whatever they are now', () => {
    const once = {
      ...partner('Once', 'business', 'identified'),
      standings: [{ status: 'contacted' as const, since: '2026-01-01' }],
    }
    const found = filterPartners([...partners, once], { ...all, mark: 'untouched' })
    expect(found.map(({ name }) => name)).toEqual(['Atelier'])
  })

  it('finds a sector also by those who belong to it besides their own', () => {
    const both = { ...partner('Both', 'business'), secondarySectors: ['public' as const] }
    const found = filterPartners([...partners, both], { ...all, sector: 'public' })
    expect(found.map(({ name }) => name)).toEqual(['Žižka', 'Both'])
  })

  it('puts first who has stood still longest, and last whose day nobody knows', () => {
    const since = (name: string, day: string) => ({
      ...partner(name, 'public'),
      standings: [{ status: 'engaged' as const, since: day }],
    })
    const rows = [partner('A', 'public'), since('B', '2026-05-01'), since('C', '2024-05-01')]
    expect(sortPartners(rows, 'since').map(({ name }) => name)).toEqual(['C', 'B', 'A'])
  })
})

describe('missingVoices', () => {
  it('names sectors without anybody engaged, and a half only where the other is there', () => {
    expect(missingVoices(sectorCoverage(partners))).toEqual([
      'education_research',
      'business',
      'creative_civil',
    ])
    const creative = { ...partner('A', 'creative_civil'), subtype: 'creative' as const }
    expect(missingVoices(sectorCoverage([creative]))).toContain('civil_society')
    expect(missingVoices(sectorCoverage([creative]))).not.toContain('creative_civil')
  })
})
