import { sql, type Sql } from '@/lib/db/sql'

const open = sql`t.archived_at is null and t.state in ('open', 'submitted', 'handed_back')`

const waiting = sql`(o.state = 'open' or o.back = 'again')`

/** Among so many of the tasks wanted first, the organisations that are named are looked for. */
const LOOKED_AT = 60

/**
 * What the organisations of region `r` are asked and have not done yet, in a step or in all, as
 * lib/needs/partner/rules.ts wants it: the three that are wanted first; or of one organisation
 * alone, then with what any of its sector may do.
 */
export function askedColumn({ own, step }: { own: string | null; step: string | null }): Sql {
  const within = step ? sql`and t.step = ${step}` : sql``
  const part = sql`o.region_id = t.region_id and o.task_id = t.id`
  const named = sql`select t.id, t.title, t.due_on from tasks t join task_partners o on ${part}
    where t.region_id = r.id and ${open} and ${waiting} and o.partner_id = g.partner ${within}`
  const mayDo = sql`union all select t.id, t.title, t.due_on from tasks t join partners p
    on p.region_id = t.region_id and p.id = g.partner
    where t.region_id = r.id and t.archived_at is null and t.state in ('open', 'handed_back')
      and (t.for_kind = 'any-partner' or t.for_kind = 'sector' and t.for_sector = p.sector)
      and not exists (select from task_partners o where ${part} and o.partner_id = p.id) ${within}`
  // Asked one by one in the order of days: joined, all tasks would be looked at for these few.
  const first = sql`select o.partner_id partner from (select t.region_id, t.id, t.due_on from tasks t
      where t.region_id = r.id and ${open} ${within}
        and (select true from task_partners o where ${part} and ${waiting} limit 1)
      order by t.due_on nulls last limit ${LOOKED_AT}) t
    join task_partners o on ${part} where ${waiting}
    group by o.partner_id order by min(t.due_on) nulls last limit 3`
  return sql`(select coalesce(json_agg(a), '[]') from (
    select g.partner "partnerId", count(*)::int count,
      (array_agg(w.id order by w.due_on nulls last, w.id))[1] task,
      (array_agg(w.title order by w.due_on nulls last, w.id))[1] label, min(w.due_on)::text due
    from (${own ? sql`select ${own}::uuid partner` : first}) g
    cross join lateral (${named} ${own ? mayDo : sql``}) w
    group by g.partner) a)`
}
