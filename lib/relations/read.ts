import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import type { Relation } from '@/lib/relations/rules'

/** All relations of a region, those that ended too; the earliest entered first. */
export function readRelations(db: Db, regionId: string): Promise<Relation[]> {
  return db.$queryRaw<Relation[]>`
    select id, kind, from_id "from", to_id "to", since::text, ended_on::text "endedOn", version
    from relations where region_id = ${regionId}::uuid order by id`
}

/** One relation of a region. Throws Denial('not-found'). */
export async function readRelation(db: Db, regionId: string, id: string): Promise<Relation> {
  const [relation] = await db.$queryRaw<Relation[]>`
    select id, kind, from_id "from", to_id "to", since::text, ended_on::text "endedOn", version
    from relations where region_id = ${regionId}::uuid and id = ${id}::uuid`
  if (!relation) throw new Denial('not-found')
  return relation
}
