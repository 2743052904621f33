import { nameKey } from '../../journey/projection/rules'
import {
  SECTORS,
  SUBTYPES,
  type PartnerStatus,
  type Sector,
  type SectorCoverage,
  type Subtype,
} from '../rules'

/** What the list of partners is narrowed to; null shows all. */
export interface PartnerFilter {
  search: string
  sector: Sector | null
  status: PartnerStatus | null
  archived: boolean
}

interface Listed {
  name: string
  city: string
  sector: Sector
  status: PartnerStatus
  archived: boolean
}

/** The partners a filter lets through, by name; the search ignores case and accents. */
export function filterPartners<P extends Listed>(
  partners: readonly P[],
  filter: PartnerFilter,
): P[] {
  const wanted = nameKey(filter.search)
  return partners
    .filter(
      ({ name, city, sector, status, archived }) =>
        archived === filter.archived &&
        (filter.sector === null || sector === filter.sector) &&
        (filter.status === null || status === filter.status) &&
        (nameKey(name).includes(wanted) || nameKey(city).includes(wanted)),
    )
    .sort((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1))
}

/** The sectors, and the halves of creatives and civil society, in which nobody is engaged yet. */
export function missingVoices({ sectors, halves }: SectorCoverage): (Sector | Subtype)[] {
  const missing = SECTORS.filter((sector) => sectors[sector].engaged === 0)
  // A half is worth naming only where the sector itself already has somebody.
  const half = SUBTYPES.filter((subtype) => halves[subtype].engaged === 0)
  return missing.includes('creative_civil') ? missing : [...missing, ...half]
}
