import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canEditProfile, canKeepPartners } from '@/lib/partners/access/rules'
import {
  filterPartners,
  type PartnerFilter,
  type PartnerOrder,
  sortPartners,
} from '@/lib/partners/listing/rules'
import { readPartner, readPartners } from '@/lib/partners/read'
import { sectorCoverage } from '@/lib/partners/rules'
import { getRegion } from '@/lib/regions/find'
import { readPartnerRelations } from '@/lib/relations/of-partner'

/** The partners of a region that a filter lets through, and how the four sectors are covered. */
export function listPartners(
  viewer: Viewer,
  slug: string,
  filter: PartnerFilter & { sort: PartnerOrder },
) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const partners = await readPartners(db, region.id)
    const present = partners.filter(({ archived }) => !archived)
    return {
      region,
      partners: sortPartners(filterPartners(partners, filter), filter.sort),
      total: present.length,
      setAside: partners.length - present.length,
      coverage: sectorCoverage(present),
      mayKeep: canKeepPartners(viewer, region.id),
    }
  })
}

/** One partner, the people who speak for it, and what the viewer may see and change. */
export function getPartner(viewer: Viewer, slug: string, id: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const partner = await readPartner(db, region.id, id)
    const people = await db.$queryRaw<{ id: string; name: string }[]>`
      select m.id, u.name from members m join users u on u.id = m.user_id
      where m.region_id = ${region.id}::uuid and m.partner_id = ${id}::uuid order by m.id`
    const mayEdit = canEditProfile(viewer, region.id, id)
    // Contacts are for coordinators and their own organisation; the database says so, too.
    const contacts = mayEdit
      ? await db.partnerContact.findMany({
          where: { regionId: region.id, partnerId: id },
          select: { id: true, name: true, role: true, email: true, phone: true, version: true },
          orderBy: { id: 'asc' },
        })
      : []
    return {
      region,
      partner,
      mergedInto: partner.mergedIntoId
        ? await readPartner(db, region.id, partner.mergedIntoId)
        : null,
      ...{ people, contacts },
      relations: await readPartnerRelations(db, viewer, {
        ...{ regionId: region.id, id, mayAdd: mayEdit && !partner.archived },
      }),
      today: dayIn(region.timeZone, new Date()),
      mayKeep: canKeepPartners(viewer, region.id),
      mayEdit,
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
