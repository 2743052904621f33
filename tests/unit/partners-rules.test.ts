import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  PARTNER_STATUSES,
  type PartnerStatus,
  type Sector,
  sectorCoverage,
  SECTORS,
  type Subtype,
  SUBTYPES,
} from '../../lib/partners/rules'

describe('sectorCoverage', () => {
  it.each<[PartnerStatus[], string]>([
    [[], 'empty'],
    [['left', 'left'], 'empty'],
    [['identified'], 'listed'],
    [['contacted', 'identified', 'left'], 'listed'],
    [['engaged', 'contacted'], 'thin'],
    [['committed'], 'thin'],
    [['engaged', 'committed'], 'covered'],
    [['committed', 'committed', 'identified'], 'covered'],
  ])('%j is %s', (statuses, coverage) => {
    const partners = statuses.map((status) => partner('business', status))
    expect(sectorCoverage(partners).sectors.business.coverage).toBe(coverage)
  })

  it('shows creatives and civil society apart, within one sector', () => {
    const partners = [
      partner('creative_civil', 'engaged', 'creative'),
      partner('creative_civil', 'engaged', 'creative'),
      partner('creative_civil', 'identified', 'civil_society'),
      partner('creative_civil', 'engaged'),
    ]
    const { sectors, halves } = sectorCoverage(partners)
    expect(sectors.creative_civil).toEqual({ coverage: 'covered', engaged: 3, listed: 1 })
    expect(halves.creative).toEqual({ coverage: 'covered', engaged: 2, listed: 0 })
    expect(halves.civil_society).toEqual({ coverage: 'listed', engaged: 0, listed: 1 })
  })

  it.each([
    [3, 2, null],
    [4, 2, 'public'],
    [0, 0, null],
  ])('with %i public and %i business partners engaged, %s dominates', (some, others, expected) => {
    const partners = [
      ...Array.from({ length: some }, () => partner('public', 'engaged')),
      ...Array.from({ length: others }, () => partner('business', 'committed')),
      ...Array.from({ length: 9 }, () => partner('education_research', 'contacted')),
    ]
    expect(sectorCoverage(partners).dominantSector).toBe(expected)
  })

  it('counts everybody who has not left exactly once', () => {
    const anyPartner = fc.record({
      sector: fc.constantFrom(...SECTORS),
      subtype: fc.constantFrom(null, ...SUBTYPES),
      status: fc.constantFrom(...PARTNER_STATUSES),
    })
    fc.assert(
      fc.property(fc.array(anyPartner), (partners) => {
        const counts = Object.values(sectorCoverage(partners).sectors)
        const counted = counts.reduce((sum, { engaged, listed }) => sum + engaged + listed, 0)
        expect(counted).toBe(partners.filter(({ status }) => status !== 'left').length)
      }),
    )
  })
})

function partner(sector: Sector, status: PartnerStatus, subtype: Subtype | null = null) {
  return { sector, subtype, status }
}
