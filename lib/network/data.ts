import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { drawNetwork } from '@/lib/network/drawing/rules'
import { rememberLatest } from '@/lib/network/remember'
import type { NetworkAddress } from '@/lib/network/schema'
import { type Asked, type Organisation, viewNetwork } from '@/lib/network/view/rules'
import { canKeepPartners } from '@/lib/partners/access/rules'
import { getRegion } from '@/lib/regions/find'
import { readRelations } from '@/lib/relations/read'
import { everHeld, ownPartner, type Relation } from '@/lib/relations/rules'

interface Whole {
  organisations: Organisation[]
  relations: Relation[]
  asked: Asked
}

/** Betweenness and layout take some hundredths of a second for 300 organisations. */
const showNetwork = rememberLatest(30, ({ organisations, relations, asked }: Whole) => {
  const view = viewNetwork(organisations, relations, asked)
  return { view, drawing: drawNetwork(view) }
})

/**
 * Who is related to whom in a region, on one day or between two, and whose relations are the viewer's.
 * Throws Denial('not-found') for what the viewer may not see.
 */
export function getNetwork(viewer: Viewer, slug: string, address: NetworkAddress) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const organisations = await readOrganisations(db, region.id)
    const relations = await readRelations(db, region.id)
    const today = dayIn(region.timeZone, new Date())
    const on = address.on !== null && address.on < today ? address.on : today
    const since = address.since !== null && address.since < on ? address.since : null
    const { q: search, sector, kind } = address
    const mayKeep = canKeepPartners(viewer, region.id)
    return {
      region: { id: region.id, slug: region.slug, name: region.name },
      ...{ today, on, since, mayKeep },
      /** Relations of whatever day. */
      known: relations.filter(everHeld).length,
      ...showNetwork({ organisations, relations, asked: { on, since, search, sector, kind } }),
      /** All organisations by name, for those who may say how they relate. */
      names: mayKeep ? organisations.map(({ id, name }) => ({ id, name })) : [],
      own: ownPartner(viewer, region.id),
    }
  })
}

export type Network = Awaited<ReturnType<typeof getNetwork>>

function readOrganisations(db: Db, regionId: string): Promise<Organisation[]> {
  return db.$queryRaw<Organisation[]>`
    select p.id, p.name, p.sector, min(s.since)::text "listedOn",
      case when p.status = 'left' then coalesce(max(s.since) filter (where s.status = 'left'),
        p.created_at::date)::text end "leftOn"
    from partners p left join partner_standings s
      on s.region_id = p.region_id and s.partner_id = p.id
    where p.region_id = ${regionId}::uuid and p.archived_at is null
    group by p.region_id, p.id order by lower(p.name), p.id`
}
