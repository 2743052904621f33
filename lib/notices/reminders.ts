import type { Db } from '@/lib/db/as-viewer'
import type { Notice } from '@/lib/notices/notify'

interface Due {
  userId: string
  subject: string
  title: string
  dueOn: string
}

/**
 * What is due in 30 or 7 days or tomorrow, and each week what is late, for those whose move is next:
 * tasks, and items and milestones of an organisation. What is asked of anybody or of a sector is for
 * the coordinators to hand on.
 */
export async function listReminders(db: Db, regionId: string, today: string): Promise<Notice[]> {
  const due = await db.$queryRaw<Due[]>`
    with wanted as (
      select t.id::text subject, t.title, t.due_on, p.partner_id, p.user_id
      from tasks t join task_partners p on p.region_id = t.region_id and p.task_id = t.id
      where t.region_id = ${regionId}::uuid and t.archived_at is null
        and t.state not in ('proposed', 'declined', 'done')
        and (p.state = 'open' or p.state = 'handed_back' and p.back = 'again')
      union all
      select t.id::text, t.title, t.due_on, null, t.assignee_id from tasks t
      where t.region_id = ${regionId}::uuid and t.archived_at is null
        and t.state in ('open', 'handed_back') and t.for_kind <> 'partners'
      union all
      select i.item, coalesce(o.title, ''), i.due_on, i.owner_partner, null
      from ticks i left join own_entries o on o.region_id = i.region_id and o.id = i.item
      where i.region_id = ${regionId}::uuid and i.state in ('open', 'started')
        and i.owner_kind = 'partner' and o.archived_at is null
      union all
      select i.milestone, coalesce(o.title, ''), i.planned_on, i.owner_partner, null
      from milestones i left join own_entries o on o.region_id = i.region_id and o.id = i.milestone
      where i.region_id = ${regionId}::uuid and i.state = 'planned'
        and i.owner_kind = 'partner' and o.archived_at is null)
    select distinct m.user_id "userId", w.subject, w.title, w.due_on::text "dueOn"
    from wanted w join members m on m.region_id = ${regionId}::uuid
      and (w.user_id is null or m.user_id = w.user_id)
      and case when w.partner_id is null then m.role = 'coordinator'
        else m.role = 'partner' and m.partner_id = w.partner_id end
    where w.due_on - ${today}::date in (30, 7, 1)
      or w.due_on < ${today}::date and (${today}::date - w.due_on) % 7 = 1`
  return due.map(({ userId, subject, title, dueOn }) => ({
    ...{ userId, kind: 'task.reminder', subject, key: today },
    facts: { title, dueOn, late: dueOn < today ? 'yes' : '' },
  }))
}

interface Week {
  userId: string
  changed: string
  waits: string
  late: string
  waiting: string
}

/**
 * The week of a region for those coordinators who want it told on this weekday (1 is Monday): what
 * others changed, what waits for them, what is late. Nobody is told of a week without any of it.
 */
export async function listDigests(
  db: Db,
  regionId: string,
  { today, now }: { today: string; now: Date },
): Promise<Notice[]> {
  const weeks = await db.$queryRaw<Week[]>`
    with open_tasks as (
      select t.title, t.state in ('proposed', 'submitted') or exists (select from task_partners p
          where p.region_id = t.region_id and p.task_id = t.id
            and (p.state = 'submitted' or p.state = 'handed_back' and p.back <> 'again')) waits,
        t.due_on < ${today}::date and t.state in ('open', 'handed_back') late
      from tasks t where t.region_id = ${regionId}::uuid and t.archived_at is null
        and t.state not in ('done', 'declined')),
    told as (
      select m.user_id, (select count(*) from activities a where a.region_id = ${regionId}::uuid
          and a.at > ${now}::timestamptz - interval '7 days'
          and a.actor_id is distinct from m.user_id) changed
      from members m left join mailboxes b on b.user_id = m.user_id
      where m.region_id = ${regionId}::uuid and m.role = 'coordinator'
        and coalesce(b.digest_day, 1) = extract(isodow from ${today}::date)),
    counts as (select count(*) filter (where waits) waits, count(*) filter (where late) late,
      coalesce(string_agg(title, ' · ' order by title) filter (where waits or late), '') waiting
      from open_tasks)
    select t.user_id "userId", t.changed::text, c.waits::text, c.late::text, c.waiting
    from told t, counts c where t.changed + c.waits + c.late > 0`
  return weeks.map(({ userId, waiting, ...counts }) => ({
    ...{ userId, kind: 'digest', subject: regionId, key: today },
    facts: { ...counts, text: waiting },
  }))
}
