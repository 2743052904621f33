import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { sql, type Sql } from '@/lib/db/sql'
import { Denial } from '@/lib/errors'
import { canKeepPartners } from '@/lib/partners/access/rules'
import { notePartner, type NotedFacts } from '@/lib/partners/note'
import { type Partner, readPartners } from '@/lib/partners/read'
import type { ChangeSeveralPartners } from '@/lib/partners/schema'
import { noteStandings } from '@/lib/partners/standings'
import { getRegion } from '@/lib/regions/find'

/**
 * Sets status, sector or size of several partners at once, or sets them aside, all or nothing: the
 * coordinator's. Throws Denial: not-found, forbidden, conflict, or a fault of the field concerned.
 */
export function changeSeveralPartners(
  viewer: Viewer,
  input: ChangeSeveralPartners,
): Promise<{ count: number }> {
  const { regionId, entries } = input
  return asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      if (!canKeepPartners(viewer, regionId)) throw new Denial('forbidden')
      const known = new Map((await readPartners(db, regionId)).map((one) => [one.id, one]))
      const chosen = entries.map(({ id, version }) => ({ partner: known.get(id), version }))
      const found = chosen.flatMap(({ partner }) => partner ?? [])
      if (found.length < chosen.length) throw new Denial('not-found')
      if (chosen.some(({ partner, version }) => partner?.version !== version)) {
        throw new Denial('conflict')
      }
      const { set, facts } = decide(input)
      const ids = found.map(({ id }) => id)
      const written = await db.$executeRaw`
        update partners set ${set}, version = version + 1
        where region_id = ${regionId}::uuid and id = any (${ids}::uuid[])`
      if (written < ids.length) throw new Denial('conflict')
      const { status } = input
      const moved = found.filter((partner) => status && partner.status !== status)
      if (input.what === 'status' && status && moved.length > 0) {
        await noteStandings(
          db,
          region,
          moved.map(({ id }) => ({ id, status })),
        )
      }
      const batch = uuid()
      const kind = input.what === 'aside' ? 'partner.archived' : 'partner.changed'
      await notePartner(
        db,
        viewer,
        ...found.map((partner) => ({
          ...{ regionId, id: partner.id, kind, batch },
          before: { name: partner.name, ...before(partner, facts) },
          after: { name: partner.name, ...facts },
        })),
      )
      return { count: ids.length }
    },
    { lock: regionId },
  )
}

function decide({ what, status, sector, micro }: ChangeSeveralPartners): Decided {
  if (what === 'status') {
    if (!status) throw new Denial('invalid', 'status:required')
    return { set: sql`status = ${status}`, facts: { status } }
  }
  if (what === 'sector') {
    if (!sector) throw new Denial('invalid', 'sector:required')
    // Only the sector of creatives and civil society has halves.
    return {
      set: sql`sector = ${sector}, secondary_sectors = array_remove(secondary_sectors, ${sector}),
        subtype = case when ${sector} = 'creative_civil' then subtype else '' end`,
      facts: { sector },
    }
  }
  if (what === 'micro') {
    if (!micro) throw new Denial('invalid', 'micro:required')
    const microPlayer = micro === 'yes'
    return { set: sql`micro_player = ${microPlayer}`, facts: { microPlayer } }
  }
  return { set: sql`archived_at = now()`, facts: { archived: true } }
}

interface Decided {
  set: Sql
  facts: NotedFacts
}

function before(partner: Partner, facts: NotedFacts): NotedFacts {
  const keys = Object.keys(facts) as ('status' | 'sector' | 'microPlayer' | 'archived')[]
  return Object.fromEntries(keys.map((key) => [key, partner[key]]))
}
