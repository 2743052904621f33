import { describe, expect, it } from 'vitest'
import { filterPartners, missingVoices, type PartnerFilter } from '../../lib/partners/listing/rules'
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
  return { name, city: 'Zürich', sector, subtype: null as Subtype | null, status, archived }
}

const all: PartnerFilter = { search: '', sector: null, status: null, archived: false }
const partners = [
  partner('Žižka', 'public'),
  partner('école', 'education_research', 'left'),
  partner('Atelier', 'creative_civil', 'identified'),
  partner('Old', 'public', 'engaged', true),
]
const names = (filter: Partial<PartnerFilter>) =>
  filterPartners(partners, { ...all, ...filter }).map(({ name }) => name)

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
