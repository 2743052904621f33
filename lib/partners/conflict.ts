import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { readPartner } from '@/lib/partners/data'

/** The conflict with a change of a partner that came first: what is there now, by whom and when. */
export async function partnerConflict(db: Db, regionId: string, id: string): Promise<Denial> {
  const { name, city, website, sector, subtype, status, microPlayer, intermediary, version } =
    await readPartner(db, regionId, id)
  const [last] = await db.$queryRaw<{ who: string | null; when: Date }[]>`
    select nullif(u.name, '') who, a.at "when"
    from activities a left join users u on u.id = a.actor_id
    where a.region_id = ${regionId}::uuid and a.subject = ${id} and a.kind like 'partner.%'
    order by a.id desc limit 1`
  const texts = { name, city, website, sector, subtype: subtype ?? '', status }
  return new Denial('conflict', undefined, {
    ...{ version, names: {}, who: last?.who ?? null, when: last?.when ?? new Date() },
    fields: { ...texts, microPlayer, intermediary },
  })
}
