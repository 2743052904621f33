import { nameKey } from '../../journey/projection/rules'
import {
  PARTNER_STATUSES,
  SECTORS,
  SUBTYPES,
  type PartnerStatus,
  type Sector,
  type SectorCoverage,
  type Size,
  type Subtype,
} from '../rules'

/** What partners can be marked as; `untouched` are those whom nobody has contacted yet. */
export const MARKS = ['micro', 'bridge', 'toCheck', 'untouched'] as const
type Mark = (typeof MARKS)[number]

export const PARTNER_ORDERS = ['name', 'sector', 'status', 'since'] as const
export type PartnerOrder = (typeof PARTNER_ORDERS)[number]

/** What the list of partners is narrowed to; null shows all. */
export interface PartnerFilter {
  search: string
  sector: Sector | null
  status: PartnerStatus | null
  size: Size | null
  mark: Mark | null
  archived: boolean
}

interface Listed {
  name: string
  kind: string
  city: string
  sector: Sector
  secondarySectors: readonly Sector[]
  status: PartnerStatus
  size: Size | null
  microPlayer: boolean
  intermediary: boolean
  toCheck: boolean
  archived: boolean
  standings: readonly { status: PartnerStatus; since: string }[]
}

/**
 * The partners a filter lets through; the search ignores case and accents, and a sector finds also
 * those who join in another one and belong to this, too.
 */
export function filterPartners<P extends Listed>(
  partners: readonly P[],
  { search, sector, status, size, mark, archived }: PartnerFilter,
): P[] {
  const wanted = nameKey(search)
  return partners.filter(
    (partner) =>
      partner.archived === archived &&
      (sector === null || partner.sector === sector || partner.secondarySectors.includes(sector)) &&
      (status === null || partner.status === status) &&
      (size === null || partner.size === size) &&
      (mark === null || hasMark(partner, mark)) &&
      [partner.name, partner.city, partner.kind].some((text) => nameKey(text).includes(wanted)),
  )
}

function hasMark(partner: Listed, mark: Mark): boolean {
  if (mark === 'micro') return partner.microPlayer
  if (mark === 'bridge') return partner.intermediary
  if (mark === 'toCheck') return partner.toCheck
  return [...partner.standings, partner].every(({ status }) => status === 'identified')
}

/** Partners by name, or by something else first; those whose day nobody knows come last. */
export function sortPartners<P extends Listed>(partners: readonly P[], order: PartnerOrder): P[] {
  const keyOf = (partner: P): string => {
    const { sector, status } = partner
    if (order === 'sector') return String(SECTORS.indexOf(sector))
    if (order === 'status') return String(PARTNER_STATUSES.indexOf(status))
    const since = partner.standings.find((standing) => standing.status === status)?.since
    return order === 'since' ? (since ?? '9999') : ''
  }
  const keyed = partners.map((partner) => ({
    partner,
    keys: [keyOf(partner), nameKey(partner.name)] as const,
  }))
  return keyed
    .sort((a, b) => compare(a.keys[0], b.keys[0]) || compare(a.keys[1], b.keys[1]))
    .map(({ partner }) => partner)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The sectors, and the halves of creatives and civil society, in which nobody is engaged yet. */
export function missingVoices({ sectors, halves }: SectorCoverage): (Sector | Subtype)[] {
  const missing = SECTORS.filter((sector) => sectors[sector].engaged === 0)
  // A half is worth naming only where the sector itself already has somebody.
  const half = SUBTYPES.filter((subtype) => halves[subtype].engaged === 0)
  return missing.includes('creative_civil') ? missing : [...missing, ...half]
}
