import { listActivity } from '@/lib/activity/data'
import type { Viewer } from '@/lib/auth/rules'
import { listComments } from '@/lib/comments/data'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { readJustDone } from '@/lib/my/just-done'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { getRegionGuide, readRecord } from '@/lib/journey/record'
import { canKeepTasks, canProposeTasks } from '@/lib/tasks/access/rules'
import { TASKS_ON_A_BOARD, TASKS_ON_A_PAGE } from '@/lib/tasks/listing/rules'
import { readBeside } from '@/lib/tasks/beside'
import { filterTasks, waits } from '@/lib/tasks/filter'
import { ofRegion, readTasks } from '@/lib/tasks/read'
import type { TaskFilter } from '@/lib/tasks/schema'

/** Somebody who can be asked: `partnerId` is null for coordinators. */
interface Askable {
  id: string
  name: string
  partnerId: string | null
}

const around = sql`, (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
    'sector', p.sector, 'status', p.status) order by p.name), '[]')
    from partners p where p.region_id = r.id and p.archived_at is null) partners,
  (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name,
    'partnerId', m.partner_id) order by u.name), '[]')
    from members m join users u on u.id = m.user_id
    where m.region_id = r.id and m.role <> 'observer') people,
  (select coalesce(json_agg(t.source), '[]') from tasks t
    where t.region_id = r.id and t.source is not null and t.archived_at is null) taken,
  (select json_build_object('open', count(*) filter (where t.state = 'open'),
    'late', count(*) filter (where t.state in ('open', 'submitted', 'handed_back')
      and t.due_on < (now() at time zone r.time_zone)::date),
    'check', count(*) filter (where ${waits}),
    'all', count(*))
    from tasks t where t.region_id = r.id and t.archived_at is null) counts`

interface Around {
  partners: { id: string; name: string; sector: string; status: string }[]
  people: Askable[]
  /** Suggested tasks that the region has taken over, by their ids. */
  taken: string[]
  counts: { open: number; late: number; check: number; all: number }
}

/** One page of a region's tasks. Throws Denial('not-found') for what the viewer may not see. */
export function listTasks(viewer: Viewer, slug: string, locale: string, filter: TaskFilter) {
  return asViewer(viewer, async (db) => {
    const desk = await readDesk(db, viewer, slug, locale)
    const board = filter.view === 'board'
    const tasks = await readTasks(db, filterTasks(desk.region.id, filter, desk.today), {
      most: board ? TASKS_ON_A_BOARD : TASKS_ON_A_PAGE,
      skip: board ? 0 : (filter.page - 1) * TASKS_ON_A_PAGE,
    })
    const done = (await readJustDone(db, [desk.region.id])).find(({ task }) => task !== null)
    return { ...desk, tasks, total: tasks[0]?.total ?? 0, done }
  })
}

export type TaskList = Awaited<ReturnType<typeof listTasks>>

/** A task with its history, files, comments and, for coordinators, to whom it is open by mail. Throws Denial('not-found') for what the viewer may not see. */
export function getTask(viewer: Viewer, slug: string, id: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const desk = await readDesk(db, viewer, slug, locale)
    const [task] = await readTasks(db, [ofRegion(desk.region.id), sql`t.id = ${id}::uuid`])
    if (!task) throw new Denial('not-found')
    const activity = await listActivity(db, desk.region.id, { take: 20, step: null, subject: id })
    const comments = await listComments(db, desk.region.id, id)
    return { ...desk, task, id, activity, comments, ...(await readBeside(db, viewer, task)) }
  })
}

export type FoundTask = Awaited<ReturnType<typeof getTask>>

/** What is needed to write a task. Throws Denial('not-found') to those who only read. */
export function getTaskDesk(viewer: Viewer, slug: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const desk = await readDesk(db, viewer, slug, locale)
    if (!desk.keeps && !desk.proposes) throw new Denial('not-found')
    return desk
  })
}

export type TaskDesk = Awaited<ReturnType<typeof readDesk>>

async function readDesk(db: Db, viewer: Viewer, slug: string, locale: string) {
  const region = await readRecord<Around>(db, viewer, { slug }, around)
  const now = new Date()
  return {
    region,
    guide: await getRegionGuide(db, region, locale),
    now,
    today: dayIn(region.timeZone, now),
    partners: region.partners,
    people: region.people,
    own: await readOwnPartner(db, viewer, region.id),
    keeps: canKeepTasks(viewer, region.id),
    proposes: canProposeTasks(viewer, region.id),
  }
}
