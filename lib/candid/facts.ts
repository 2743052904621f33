import type { CandidFacts } from '@/lib/candid/facts/rules'
import type { Db } from '@/lib/db/as-viewer'

/**
 * What the matrix and the planner know, in one statement. Row-level security lets the region's
 * coordinators alone count: to anybody else every figure from candid data is 0.
 */
export async function readCandidFacts(db: Db, regionId: string): Promise<CandidFacts> {
  const [facts] = await db.$queryRaw<CandidFacts[]>`
    with listed as (
      select p.region_id, p.id, p.expects <> '' and p.brings <> '' noted,
        p.status in ('engaged', 'committed') engaged, cardinality(p.gains) > 0 gaining
      from partners p where p.region_id = ${regionId}::uuid and p.archived_at is null
        and p.status <> 'left'
    ), rated as (
      select r.partner_id, count(*) raters from (
        select distinct on (partner_id, rater) partner_id, influence from partner_ratings
        where region_id = ${regionId}::uuid order by partner_id, rater, rated_at desc, id desc) r
      where r.influence is not null group by 1
    ), chosen as (
      select distinct on (partner_id) partner_id, first_circle and reason <> '' first
      from partner_priorities where region_id = ${regionId}::uuid order by partner_id, version desc
    ), met as (
      select l.*, coalesce(c.first, false) first, coalesce(r.raters, 0) >= 2 placed,
        exists (select from partner_talks t where t.region_id = l.region_id and t.partner_id = l.id
          and t.kind = 'talk') talked
      from listed l left join rated r on r.partner_id = l.id left join chosen c on c.partner_id = l.id
    )
    select count(*)::int "listed", (count(*) filter (where placed))::int "placed",
      (count(*) filter (where first))::int "circle",
      (count(*) filter (where first and talked))::int "circleTalked",
      (count(*) filter (where talked))::int "talked",
      (count(*) filter (where talked and noted))::int "noted",
      (count(*) filter (where engaged))::int "engaged",
      (count(*) filter (where engaged and gaining))::int "gaining"
    from met`
  return (
    facts ?? {
      ...{ listed: 0, placed: 0, circle: 0, circleTalked: 0, talked: 0, noted: 0 },
      ...{ engaged: 0, gaining: 0 },
    }
  )
}
