import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import type { Gain, PartnerStatus, Sector, Size, Subtype } from '@/lib/partners/rules'

const select = {
  ...{ id: true, name: true, sector: true, subtype: true, status: true, city: true },
  ...{ website: true, microPlayer: true, intermediary: true, toCheck: true, source: true },
  ...{ secondarySectors: true, kind: true, size: true, gains: true, gainNote: true },
  ...{ brings: true, expects: true, mergedIntoId: true, archivedAt: true, version: true },
  standings: { select: { status: true, since: true }, orderBy: { since: 'asc' } },
} as const

/** An organisation as pages show it; `archived` when it is set aside. */
export interface Partner {
  id: string
  name: string
  sector: Sector
  secondarySectors: Sector[]
  subtype: Subtype | null
  status: PartnerStatus
  /** What sort of organisation it is, in words. */
  kind: string
  size: Size | null
  city: string
  website: string
  microPlayer: boolean
  intermediary: boolean
  gains: Gain[]
  gainNote: string
  brings: string
  expects: string
  toCheck: boolean
  source: string
  archived: boolean
  /** The entry that took this one's place. */
  mergedIntoId: string | null
  /** Since when it has had each status, as ISO days, earliest first. */
  standings: Standing[]
  version: number
}

interface Standing {
  status: PartnerStatus
  since: string
}

/** All partners of a region, those set aside too. */
export async function readPartners(db: Db, regionId: string): Promise<Partner[]> {
  return (await db.partner.findMany({ where: { regionId }, select })).map(asPartner)
}

/** One partner of a region. Throws Denial('not-found'). */
export async function readPartner(db: Db, regionId: string, id: string): Promise<Partner> {
  const row = await db.partner.findUnique({ where: { regionId_id: { regionId, id } }, select })
  if (!row) throw new Denial('not-found')
  return asPartner(row)
}

/** Since when a partner has the status it has; null where nobody noted it. */
export function sinceOf({ status, standings }: Pick<Partner, 'status' | 'standings'>) {
  return standings.find((standing) => standing.status === status)?.since ?? null
}

type Coded = 'sector' | 'secondarySectors' | 'subtype' | 'status' | 'size' | 'gains'
type Row = Omit<Partner, Coded | 'archived' | 'standings'> & {
  sector: string
  secondarySectors: string[]
  subtype: string
  status: string
  size: string
  gains: string[]
  archivedAt: Date | null
  standings: { status: string; since: Date }[]
}

// The database holds the words of lib/partners/rules.ts, and only schemas of these let others in.
function asPartner({ archivedAt, sector, subtype, status, ...same }: Row): Partner {
  return {
    ...same,
    sector: sector as Sector,
    secondarySectors: same.secondarySectors as Sector[],
    subtype: (subtype || null) as Subtype | null,
    status: status as PartnerStatus,
    size: (same.size || null) as Size | null,
    gains: same.gains as Gain[],
    archived: archivedAt !== null,
    standings: same.standings.map(({ status, since }) => ({
      status: status as PartnerStatus,
      since: since.toISOString().slice(0, 10),
    })),
  }
}
