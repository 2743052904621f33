import { candidFactsColumn } from '@/lib/candid/facts'
import type { Db } from '@/lib/db/as-viewer'
import type { ToolFacts } from '@/lib/suggest/rules'

/** What the tools of a region know, in one statement. */
export async function readToolFacts(db: Db, regionId: string): Promise<ToolFacts> {
  const [facts] = await db.$queryRaw<ToolFacts[]>`
    with here as (select id, sector, status, micro_player, intermediary,
        status in ('contacted', 'engaged', 'committed') contacted from partners
        where region_id = ${regionId}::uuid and archived_at is null and status <> 'left')
    select
      (select json_build_object(
        'public', count(*) filter (where sector = 'public'),
        'education_research', count(*) filter (where sector = 'education_research'),
        'business', count(*) filter (where sector = 'business'),
        'creative_civil', count(*) filter (where sector = 'creative_civil')) from here) listed,
      (select count(distinct sector)::int from missing_voices where region_id = ${regionId}::uuid
        and (closed_on is null or found_partner_id is not null)) "sectorsAnswered",
      (select count(*)::int from here where micro_player) "microPlayers",
      (select count(*)::int from here where intermediary and sector = 'creative_civil') networks,
      (select count(*)::int from here where intermediary and contacted) "bridgesContacted",
      (select count(*)::int from here where status = 'committed') committed,
      (select count(distinct sector)::int from here where status = 'committed') "committedSectors",
      (select count(*)::int from relations r where r.region_id = ${regionId}::uuid
        and r.ended_on is null and r.from_id in (select id from here)
        and r.to_id in (select id from here)) relations,
      ${candidFactsColumn(regionId)} candid`
  if (!facts) throw new Error('A statement without rows')
  return facts
}
