export const SECTORS = ['public', 'education_research', 'business', 'creative_civil'] as const
export type Sector = (typeof SECTORS)[number]

/** The two halves of the sector `creative_civil`, which the guidebook asks to see apart. */
export const SUBTYPES = ['creative', 'civil_society'] as const
export type Subtype = (typeof SUBTYPES)[number]

export function isSubtype(word: Sector | Subtype): word is Subtype {
  return SUBTYPES.some((known) => known === word)
}

export const PARTNER_STATUSES = ['identified', 'contacted', 'engaged', 'committed', 'left'] as const
export type PartnerStatus = (typeof PARTNER_STATUSES)[number]

/** How large an organisation is; up to ten people make a micro-player. */
export const SIZES = ['solo', 'micro', 'small', 'medium', 'large'] as const
export type Size = (typeof SIZES)[number]

/** What an organisation can gain from the partnership (guidebook/model.md 3.12). */
export const GAINS = ['visibility', 'funding', 'networking', 'learning'] as const
export type Gain = (typeof GAINS)[number]

/** Covered by two or more engaged partners, thin with one, listed when none is engaged yet. */
export type Coverage = 'covered' | 'thin' | 'listed' | 'empty'

export type CoverageCount = { coverage: Coverage; engaged: number; listed: number }

export type SectorCoverage = {
  sectors: Record<Sector, CoverageCount>
  halves: Record<Subtype, CoverageCount>
  /** The sector of more than 60 % of the engaged partners, if there is one. */
  dominantSector: Sector | null
}

type CountedPartner = { sector: Sector; subtype: Subtype | null; status: PartnerStatus }

/**
 * How well each sector is represented, by partners' primary sector. Engaged counts committed ones
 * too, listed the identified and contacted; who left does not count.
 */
export function sectorCoverage(partners: readonly CountedPartner[]): SectorCoverage {
  const ofSector = (sector: Sector) => partners.filter((partner) => partner.sector === sector)
  const ofHalf = (subtype: Subtype) =>
    ofSector('creative_civil').filter((partner) => partner.subtype === subtype)
  const sectors = {
    public: countCoverage(ofSector('public')),
    education_research: countCoverage(ofSector('education_research')),
    business: countCoverage(ofSector('business')),
    creative_civil: countCoverage(ofSector('creative_civil')),
  }
  return {
    sectors,
    halves: {
      creative: countCoverage(ofHalf('creative')),
      civil_society: countCoverage(ofHalf('civil_society')),
    },
    dominantSector: findDominant(sectors),
  }
}

function countCoverage(partners: readonly CountedPartner[]): CoverageCount {
  const count = (...statuses: PartnerStatus[]) =>
    partners.filter((partner) => statuses.includes(partner.status)).length
  const engaged = count('engaged', 'committed')
  const listed = count('identified', 'contacted')
  return { coverage: coverageOf(engaged, listed), engaged, listed }
}

function coverageOf(engaged: number, listed: number): Coverage {
  if (engaged >= 2) return 'covered'
  if (engaged === 1) return 'thin'
  return listed > 0 ? 'listed' : 'empty'
}

function findDominant(sectors: SectorCoverage['sectors']): Sector | null {
  const engaged = SECTORS.reduce((sum, sector) => sum + sectors[sector].engaged, 0)
  return SECTORS.find((sector) => sectors[sector].engaged * 10 > engaged * 6) ?? null
}
