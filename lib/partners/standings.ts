import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canKeepPartners } from '@/lib/partners/access/rules'
import { partnerConflict } from '@/lib/partners/conflict'
import { notePartner } from '@/lib/partners/note'
import { readPartner } from '@/lib/partners/read'
import { PARTNER_STATUSES, type PartnerStatus } from '@/lib/partners/rules'
import type { ChangeDays } from '@/lib/partners/schema'
import { getRegion } from '@/lib/regions/find'

interface Reached {
  id: string
  status: PartnerStatus
  /** An ISO day; today where it is not said. */
  since?: string | null
}

/** Notes since when partners have a status; in one statement, however many. */
export async function noteStandings(
  db: Db,
  region: { id: string; timeZone: string },
  reached: readonly Reached[],
) {
  const today = dayIn(region.timeZone, new Date())
  const rows = JSON.stringify(
    reached.map(({ id, status, since }) => ({ id, status, since: since ?? today })),
  )
  await db.$executeRaw`
    insert into partner_standings (region_id, partner_id, status, since)
      select ${region.id}::uuid, r.id, r.status, r.since
      from jsonb_to_recordset(${rows}::jsonb) r (id uuid, status text, since date)
    on conflict (region_id, partner_id, status) do update set since = excluded.since`
}

/**
 * Puts right since when a partner has each status; an empty day forgets it. Throws Denial, also
 * conflict and future.
 */
export function changeDays(viewer: Viewer, { regionId, id, version, ...days }: ChangeDays) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { id: regionId })
    const partner = await readPartner(db, regionId, id)
    if (!canKeepPartners(viewer, regionId)) throw new Denial('forbidden')
    const today = dayIn(region.timeZone, new Date())
    const future = PARTNER_STATUSES.find((status) => (days[status] ?? '') > today)
    if (future) throw new Denial('invalid', `${future}:future`)
    const written = await db.partner.updateMany({
      where: { regionId, id, version },
      data: { version: version + 1 },
    })
    if (written.count === 0) throw await partnerConflict(db, regionId, id)
    const said = PARTNER_STATUSES.flatMap((status) =>
      days[status] ? [{ id, status, since: days[status] }] : [],
    )
    await db.partnerStanding.deleteMany({
      where: { regionId, partnerId: id, status: { notIn: said.map(({ status }) => status) } },
    })
    if (said.length > 0) await noteStandings(db, region, said)
    const { name } = partner
    await notePartner(db, viewer, { regionId, id, kind: 'partner.dated', after: { name } })
  })
}
