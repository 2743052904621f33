import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { boxesOf } from '@/lib/partners/boxes/rules'
import { readPartner } from '@/lib/partners/read'
import { PARTNER_STATUSES } from '@/lib/partners/rules'

/** The conflict with a change of a partner that came first: what is there now, by whom and when. */
export async function partnerConflict(db: Db, regionId: string, id: string): Promise<Denial> {
  const partner = await readPartner(db, regionId, id)
  const { name, kind, city, website, sector, status, gainNote, brings, expects } = partner
  const { microPlayer, intermediary, version } = partner
  const [last] = await db.$queryRaw<{ who: string | null; when: Date }[]>`
    select nullif(u.name, '') who, a.at "when"
    from activities a left join users u on u.id = a.actor_id
    where a.region_id = ${regionId}::uuid and a.subject = ${id} and a.kind like 'partner.%'
    order by a.id desc limit 1`
  const texts = {
    ...{ name, kind, city, website, sector, status, gainNote, brings, expects },
    ...{ subtype: partner.subtype ?? '', size: partner.size ?? '' },
  }
  const days = PARTNER_STATUSES.map((known) => [
    known,
    partner.standings.find(({ status }) => status === known)?.since ?? '',
  ])
  const boxes = boxesOf(partner.gains, partner.secondarySectors)
  return new Denial('conflict', undefined, {
    ...{ version, names: {}, who: last?.who ?? null, when: last?.when ?? new Date() },
    fields: { ...texts, ...boxes, microPlayer, intermediary, ...Object.fromEntries(days) },
  })
}
