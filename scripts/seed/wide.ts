import type { Pool } from 'pg'

export const WIDE = { partners: 300, relations: 2000, tasks: 5000 }

/**
 * Widens a region to 300 partners, 2,000 relations and 5,000 tasks with the parts of those asked,
 * always the same ones: what is there counts, and none is taken away.
 */
export async function widenRegion(
  owner: Pick<Pool, 'query'>,
  regionId: string,
  { partners, relations, tasks } = WIDE,
): Promise<void> {
  await owner.query(
    `insert into partners (region_id, id, name, sector, status, city, gains)
     select $1, gen_random_uuid(), 'Organisation ' || lpad(n::text, 3, '0'),
       (array['public', 'education_research', 'business', 'creative_civil'])[1 + n % 4],
       (array['engaged', 'committed', 'contacted', 'identified'])[1 + n % 4], 'Sklenov',
       array['learning']
     from generate_series(1, $2 - (select count(*)::int from partners where region_id = $1)) n`,
    [regionId, partners],
  )
  // Neighbours know one another, and every one of a few reaches far.
  await owner.query(
    `with listed as (
       select id, row_number() over (order by name, id)::int n from partners where region_id = $1
     ), pairs as (
       select least(a.id, b.id) one, greatest(a.id, b.id) other,
         (array['works_with', 'funds', 'knows'])[1 + (a.n + b.n) % 3] kind, a.n, b.n m
       from listed a join listed b on a.n < b.n and ((b.n - a.n) % 45 in (7, 20) or a.n * 13 % 40 = b.n % 80)
     ), fresh as (
       select p.* from pairs p where not exists (select from relations r where r.region_id = $1
         and r.from_id = p.one and r.to_id = p.other and r.kind = p.kind and r.ended_on is null)
     )
     insert into relations (region_id, id, kind, from_id, to_id, since)
     select $1, gen_random_uuid(), kind, one, other, date '2025-01-15' + (n * m) % 300
     from fresh order by (n * 31 + m * 17) % 1009, n, m
     limit greatest(0, $2 - (select count(*)::int from relations where region_id = $1))`,
    [regionId, relations],
  )
  await owner.query(
    `with added as (
       insert into tasks (region_id, id, title, done_when, step, due_on, for_kind, state, done_on)
       select $1, gen_random_uuid(), 'Task ' || n, 'It is done.', s.id,
         date '2026-01-15' + n % 500, 'partners',
         case when n % 5 < 3 then 'done' else 'open' end,
         case when n % 5 < 3 then date '2026-02-15' end
       from generate_series(1, $2 - (select count(*)::int from tasks where region_id = $1)) n
       join (select id, row_number() over (order by number)::int place from guide_steps
         where edition = (select edition from regions where id = $1)) s on s.place = 1 + n % 8
       returning id, state, done_on, title
     ), listed as (
       select id, row_number() over (order by name, id)::int n, count(*) over ()::int many
       from partners where region_id = $1
     )
     insert into task_partners (region_id, task_id, partner_id, state, done_on)
     select $1, a.id, l.id, a.state, a.done_on from added a
     join listed l on l.n = 1 + substr(a.title, 6)::int % l.many`,
    [regionId, tasks],
  )
  await owner.query('analyze partners, relations, tasks, task_partners')
}
