import { canAnswer } from '@/lib/assessment/access/rules'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { dayIn } from '@/lib/dates/rules'
import { readNews } from '@/lib/follows/news'
import { getGuide } from '@/lib/guidebook/data'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { withOwnEntries } from '@/lib/journey/own/rules'
import { factsOf } from '@/lib/journey/settle'
import { readRecords } from '@/lib/journey/record'
import { askedColumn, type AskedRow, describeAsked } from '@/lib/my/asked-rounds'
import { type DoneRow, readJustDone } from '@/lib/my/just-done'
import { byUrgency, waitingFor, type Waiting } from '@/lib/my/rules'
import { readMyTasks } from '@/lib/my/tasks'
import type { Task } from '@/lib/tasks/read'

export type MyCard = Waiting & {
  region: { id: string; slug: string; name: string }
  today: string
}

/** A task that waits for the viewer, in its region; `partnerId` is their organisation there. */
export interface MyTask {
  task: Task
  region: { id: string; slug: string; name: string }
  /** Number of the step it serves, if any, and of its part. */
  step: { number: number; part: number } | null
  role: 'coordinator' | 'partner'
  partnerId: string | null
  today: string
}

/** What the viewer did a moment ago, by its name. */
export type JustDone = DoneRow & { title: string; region: string }

/** The viewer's organisation in a region, and the rounds that ask them; null where there are none. */
interface Own {
  partners: { id: string; sector: string }[] | null
  asks: AskedRow[] | null
}

/**
 * What waits for the viewer in every region of theirs, what is new for them there, and what they
 * did a moment ago: nine statements at most, however many regions.
 */
export async function listMyWork(viewer: Viewer, locale: string) {
  const regionIds = viewer.memberships.map(({ regionId }) => regionId)
  const partnerIds = viewer.memberships.flatMap(({ partnerId }) => partnerId ?? [])
  const { records, news, done, asked } = await asViewer(viewer, async (db) => ({
    records: await readRecords<Own>(
      db,
      regionIds,
      sql`, (select json_agg(json_build_object('id', p.id, 'sector', p.sector)) from partners p
        where p.region_id = r.id and p.id = any (${partnerIds}::uuid[])) partners, ${askedColumn} asks`,
    ),
    news: await readNews(db, viewer, locale),
    done: await readJustDone(db, regionIds),
    asked: await readMyTasks(db, viewer),
  }))
  const justDone: JustDone[] = []
  const tasks: MyTask[] = []
  const cards = await Promise.all(
    records.map(async (record) => {
      const membership = viewer.memberships.find(({ regionId }) => regionId === record.id)
      if (!membership) return []
      const guide = withOwnEntries(await getGuide(record.edition, locale), record.own)
      for (const entry of done.filter(({ regionId }) => regionId === record.id)) {
        const title =
          findItem(guide, entry.subject)?.item.label ??
          findMilestone(guide, entry.subject)?.milestone.title ??
          entry.task
        if (title) justDone.push({ ...entry, title, region: record.name })
      }
      const today = dayIn(record.timeZone, new Date())
      const derived = deriveJourney(guide.steps, factsOf(record, guide), today).steps
      const partner = record.partners?.find(({ id }) => id === membership.partnerId) ?? null
      const { id, slug, name } = record
      for (const task of asked.filter(({ regionId }) => regionId === id)) {
        if (membership.role === 'observer') continue
        const { role, partnerId } = membership
        const step = guide.steps.find((one) => one.slug === task.step) ?? null
        tasks.push({ task, region: { id, slug, name }, step, role, partnerId, today })
      }
      const own = { ...record, role: membership.role, partner }
      return waitingFor(guide.steps, derived, own, today).map((waiting) => ({
        ...waiting,
        today,
        region: { id, slug, name },
      }))
    }),
  )
  const rounds = await Promise.all(
    records.map(({ asks, ...record }) =>
      describeAsked(
        { ...record, rounds: canAnswer(viewer, record.id) ? asks : null },
        dayIn(record.timeZone, new Date()),
      ),
    ),
  )
  const sorted: MyCard[] = cards.flat().sort(byUrgency)
  return {
    rounds: rounds.flat(),
    cards: sorted,
    tasks: tasks.sort(byDay),
    news,
    justDone,
    now: new Date(),
  }
}

function byDay({ task: a }: MyTask, { task: b }: MyTask): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.id.localeCompare(b.id)
}
