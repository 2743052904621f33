import { sql, type Sql } from '@/lib/db/sql'

/**
 * A column with what the matrix and the planner know of a region, as CandidFacts. Row-level security
 * lets the region's coordinators alone count: to anybody else every figure from candid data is 0.
 */
export function candidFactsColumn(regionId: string): Sql {
  return sql`(
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
    select json_build_object('listed', count(*), 'placed', count(*) filter (where placed),
      'circle', count(*) filter (where first),
      'circleTalked', count(*) filter (where first and talked),
      'talked', count(*) filter (where talked),
      'noted', count(*) filter (where talked and noted),
      'engaged', count(*) filter (where engaged),
      'gaining', count(*) filter (where engaged and gaining))
    from met)`
}
