import { sql, type Sql } from '@/lib/db/sql'

const open = sql`t.archived_at is null and t.state in ('open', 'submitted', 'handed_back')`

const waiting = sql`(o.state = 'open' or o.back = 'again')`

/**
 * What the organisations of region `r` are asked and have not done yet, in a step or in all, as
 * lib/needs/partner/rules.ts wants it: the three that are wanted first; or of one organisation
 * alone, then with what any of its sector may do.
 */
export function askedColumn({ own, step }: { own: string | null; step: string | null }): Sql {
  const within = step ? sql`and t.step = ${step}` : sql``
  const named = sql`select o.partner_id partner, t.id, t.title, t.due_on
    from tasks t join task_partners o on o.region_id = t.region_id and o.task_id = t.id
    where t.region_id = r.id and ${open} and ${waiting} ${within}`
  const from = own
    ? sql`${named} and o.partner_id = ${own}::uuid
      union all select p.id, t.id, t.title, t.due_on
      from tasks t join partners p on p.region_id = t.region_id and p.id = ${own}::uuid
      where t.region_id = r.id and t.archived_at is null and t.state in ('open', 'handed_back')
        and (t.for_kind = 'any-partner' or t.for_kind = 'sector' and t.for_sector = p.sector)
        and not exists (select from task_partners o where o.region_id = t.region_id
          and o.task_id = t.id and o.partner_id = p.id) ${within}`
    : named
  return sql`(with w as materialized (${from})
    select coalesce(json_agg(json_build_object('partnerId', g.partner, 'count', g.count,
      'due', g.due, 'task', n.id, 'label', n.title)), '[]')
    from (select w.partner, count(*)::int count, min(w.due_on) due from w group by w.partner
      order by min(w.due_on) nulls last, count(*) desc limit 3) g
    cross join lateral (select w.id, w.title from w where w.partner = g.partner
      order by w.due_on nulls last, w.id limit 1) n)`
}
