import { sql, type Sql } from '@/lib/db/sql'
import { addDays } from '@/lib/dates/rules'
import { ofRegion } from '@/lib/tasks/read'
import type { TaskFilter } from '@/lib/tasks/schema'

/** What waits for a coordinator's look: to check, to take on, or handed back by who was asked. */
export const waits = sql`(t.state in ('submitted', 'proposed')
  or t.state = 'handed_back' and ${partOf(sql`o.back in ('not_us', 'later')`)})`

/** The conditions on tasks `t` that a list's address asks for. */
export function filterTasks(regionId: string, filter: TaskFilter, today: string): Sql[] {
  const { q, step, partner, person, state, due } = filter
  const wanted = [ofRegion(regionId)]
  wanted.push(state === 'aside' ? sql`t.archived_at is not null` : sql`t.archived_at is null`)
  if (state === 'check') wanted.push(waits)
  else if (state && state !== 'all' && state !== 'aside') wanted.push(sql`t.state = ${state}`)
  else if (!state && filter.view === 'list') wanted.push(sql`t.state not in ('done', 'declined')`)
  if (step) wanted.push(sql`t.step = ${step}`)
  if (partner) wanted.push(partOf(sql`o.partner_id = ${partner}::uuid`))
  if (person) {
    const asked = partOf(sql`o.user_id = ${person}::uuid`)
    wanted.push(sql`(t.assignee_id = ${person}::uuid or ${asked})`)
  }
  if (due === 'none') wanted.push(sql`t.due_on is null`)
  else if (due) wanted.push(dueWithin(due, today))
  const words = q?.replaceAll(/[\\%_]/g, String.raw`\$&`)
  if (words) wanted.push(sql`concat_ws(' ', t.title, t.done_when) ilike ${`%${words}%`}`)
  return wanted
}

function partOf(condition: Sql): Sql {
  return sql`exists (select from task_partners o where o.region_id = t.region_id
    and o.task_id = t.id and ${condition})`
}

function dueWithin(due: 'overdue' | 'week' | 'month', today: string): Sql {
  const isOpen = sql`t.state in ('open', 'submitted', 'handed_back')`
  if (due === 'overdue') return sql`${isOpen} and t.due_on < ${today}::date`
  const last = addDays(today, due === 'week' ? 7 : 31)
  return sql`${isOpen} and t.due_on between ${today}::date and ${last}::date`
}
