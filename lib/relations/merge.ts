import type { Db } from '@/lib/db/as-viewer'

/**
 * Lets relations of one organisation be another's, as two entries turn out to be one. What both had
 * stays with the entry that is set aside, and so does what they were to one another.
 */
export async function moveRelations(
  db: Db,
  regionId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await db.$executeRaw`
    with moved as (
      select r.id, r.kind, r.ended_on,
        case when r.from_id = ${from}::uuid then ${to}::uuid else r.from_id end one,
        case when r.to_id = ${from}::uuid then ${to}::uuid else r.to_id end other
      from relations r where r.region_id = ${regionId}::uuid
        and ${from}::uuid in (r.from_id, r.to_id) and ${to}::uuid not in (r.from_id, r.to_id)
    ), ordered as (
      select id, kind, ended_on,
        case when kind = 'funds' then one else least(one, other) end from_id,
        case when kind = 'funds' then other else greatest(one, other) end to_id
      from moved
    )
    update relations r set from_id = o.from_id, to_id = o.to_id, version = r.version + 1
    from ordered o where r.region_id = ${regionId}::uuid and r.id = o.id
      and (o.ended_on is not null or not exists (select from relations k
        where k.region_id = ${regionId}::uuid and k.kind = o.kind and k.from_id = o.from_id
          and k.to_id = o.to_id and k.ended_on is null))`
}
