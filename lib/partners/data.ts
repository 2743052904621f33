import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canEditProfile, canKeepPartners } from '@/lib/partners/access/rules'
import { filterPartners, type PartnerFilter } from '@/lib/partners/listing/rules'
import { sectorCoverage, type PartnerStatus, type Sector, type Subtype } from '@/lib/partners/rules'
import { getRegion } from '@/lib/regions/find'

const select = {
  id: true,
  name: true,
  sector: true,
  subtype: true,
  status: true,
  city: true,
  website: true,
  microPlayer: true,
  intermediary: true,
  toCheck: true,
  source: true,
  archivedAt: true,
  version: true,
} as const

/** The partners of a region that a filter lets through, and how the four sectors are covered. */
export function listPartners(viewer: Viewer, slug: string, filter: PartnerFilter) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const rows = await db.partner.findMany({ where: { regionId: region.id }, select })
    const partners = rows.map(asPartner)
    const present = partners.filter(({ archived }) => !archived)
    return {
      region,
      partners: filterPartners(partners, filter),
      total: present.length,
      setAside: partners.length - present.length,
      coverage: sectorCoverage(present),
      mayKeep: canKeepPartners(viewer, region.id),
    }
  })
}

/** One partner, the people who speak for it, and what the viewer may change. */
export function getPartner(viewer: Viewer, slug: string, id: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const partner = await readPartner(db, region.id, id)
    const people = await db.member.findMany({
      where: { regionId: region.id, partnerId: id },
      select: { id: true, user: { select: { name: true } } },
      orderBy: { id: 'asc' },
    })
    return {
      region,
      partner,
      people: people.map((member) => ({ id: member.id, name: member.user.name })),
      mayKeep: canKeepPartners(viewer, region.id),
      mayEdit: canEditProfile(viewer, region.id, id),
    }
  })
}

/** The region in which somebody is about to add a partner. Throws Denial('not-found') to others. */
export function getPartnersRegion(viewer: Viewer, slug: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    if (!canKeepPartners(viewer, region.id)) throw new Denial('not-found')
    return region
  })
}

export async function readPartner(db: Db, regionId: string, id: string): Promise<Partner> {
  const row = await db.partner.findUnique({ where: { regionId_id: { regionId, id } }, select })
  if (!row) throw new Denial('not-found')
  return asPartner(row)
}

/** An organisation as pages show it; `archived` when it is set aside. */
export interface Partner {
  id: string
  name: string
  sector: Sector
  subtype: Subtype | null
  status: PartnerStatus
  city: string
  website: string
  microPlayer: boolean
  intermediary: boolean
  toCheck: boolean
  source: string
  archived: boolean
  version: number
}

type Row = Omit<Partner, 'sector' | 'subtype' | 'status' | 'archived'> & {
  sector: string
  subtype: string
  status: string
  archivedAt: Date | null
}

// The database holds the words of lib/partners/rules.ts, and only schemas of these let others in.
function asPartner({ archivedAt, sector, subtype, status, ...same }: Row): Partner {
  return {
    ...same,
    sector: sector as Sector,
    subtype: (subtype || null) as Subtype | null,
    status: status as PartnerStatus,
    archived: archivedAt !== null,
  }
}
