import type { Db } from '@/lib/db/as-viewer'
import { joinSql, sql, type Sql } from '@/lib/db/sql'
import type { Back, PartState, TaskFor, TaskState } from '@/lib/tasks/rules'

/** One organisation's part of a task; days are ISO days, names null for who is not known. */
export interface TaskPart {
  partnerId: string
  partner: string
  userId: string | null
  person: string | null
  state: PartState
  back: Back | ''
  reason: string
  proposedDueOn: string | null
  note: string
  link: string
  doneOn: string | null
  version: number
}

/** A task as pages show it. */
export interface Task {
  regionId: string
  id: string
  title: string
  doneWhen: string
  step: string | null
  entry: string | null
  link: string
  dueOn: string | null
  skipCheck: boolean
  repeatMonths: number | null
  source: string | null
  forKind: TaskFor
  forSector: string | null
  assigneeId: string | null
  assignee: string | null
  state: TaskState
  word: string
  proposedBy: string | null
  doneOn: string | null
  archived: boolean
  version: number
  parts: TaskPart[]
  /** How many tasks fit in all. */
  total: number
}

/** The tasks `t` that fit, the most urgent first: one statement. */
export function readTasks(
  db: Db,
  wanted: Sql[],
  { most = 500, skip = 0 }: { most?: number; skip?: number } = {},
): Promise<Task[]> {
  return db.$queryRaw<Task[]>`
    with found as (select t.*, count(*) over ()::int total from tasks t
      where ${joinSql(wanted, ' and ')}
      order by t.state in ('done', 'declined'), t.due_on nulls last, t.id desc
      limit ${most} offset ${skip})
    select t.region_id "regionId", t.id, t.title, t.done_when "doneWhen", t.step, t.entry, t.link,
      t.due_on::text "dueOn", t.skip_check "skipCheck", t.repeat_months "repeatMonths", t.source,
      t.for_kind "forKind", t.for_sector "forSector", t.assignee_id "assigneeId",
      nullif(a.name, '') assignee, t.state, t.word, b.name "proposedBy",
      t.done_on::text "doneOn", t.archived_at is not null archived, t.version, t.total,
      (select coalesce(json_agg(json_build_object('partnerId', o.partner_id, 'partner', p.name,
        'userId', o.user_id, 'person', nullif(u.name, ''), 'state', o.state, 'back', o.back,
        'reason', o.reason, 'proposedDueOn', o.proposed_due_on, 'note', o.note, 'link', o.link,
        'doneOn', o.done_on, 'version', o.version) order by p.name), '[]')
        from task_partners o
        join partners p on p.region_id = o.region_id and p.id = o.partner_id
        left join users u on u.id = o.user_id
        where o.region_id = t.region_id and o.task_id = t.id) parts
    from found t left join users a on a.id = t.assignee_id
    left join partners b on b.region_id = t.region_id and b.id = t.proposed_by_partner_id
    order by t.state in ('done', 'declined'), t.due_on nulls last, t.id desc`
}

/** What a step or an entry asks about its tasks. */
export function ofRegion(regionId: string): Sql {
  return sql`t.region_id = ${regionId}::uuid`
}
