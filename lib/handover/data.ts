import type { ActivityEntry } from '@/lib/activity/data'
import type { RegionRole, Viewer } from '@/lib/auth/rules'
import type { Voice } from '@/lib/comments/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { addDays } from '@/lib/dates/rules'
import { openPromises } from '@/lib/handover/rules'
import { readJourney } from '@/lib/journey/data'
import { sql } from '@/lib/db/sql'
import { ofRegion, readTasks } from '@/lib/tasks/read'
import { canSeeActivity, canSeeAddresses } from '@/lib/people/access/rules'

const DECISION_DAYS = 90
const MOST_TASKS = 20

/** Somebody who belongs to the region; instants say when they were there. */
export interface HandOverPerson {
  id: string
  name: string | null
  /** For those who have to reach people; null for others. */
  email: string | null
  role: RegionRole
  organisation: string | null
  since: Date
  /** For coordinators and administrators; null for others. */
  lastSeenAt: Date | null
  lastChangeAt: Date | null
}

/** A question in a comment that nobody has answered. */
interface OpenQuestion {
  id: string
  subject: string
  text: string
  askedAt: Date
  author: string | null
  authorRole: Voice
  /** Of a task; null for what the guidebook names. */
  task: string | null
}

/**
 * All that somebody new needs to go on with a region: people, steps, needs, promises, open tasks,
 * decisions of the last 90 days and unanswered questions. Throws Denial('not-found').
 */
export function getHandOver(viewer: Viewer, slug: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const found = await readJourney(db, viewer, slug, locale, {})
    const { region, guide, journey, today } = found
    const reach = canSeeAddresses(viewer, region.id)
    const people = await listPeopleOf(db, region.id)
    const knowsActivity = canSeeActivity(viewer, region.id)
    return {
      ...found,
      knowsActivity,
      people: people.map((person) => ({
        ...person,
        email: reach ? person.email : null,
        lastSeenAt: knowsActivity ? person.lastSeenAt : null,
      })),
      ...(await readBegun(
        db,
        region.id,
        guide.steps.map(({ slug: step }) => step),
      )),
      promises: openPromises(guide.steps, journey.steps, region, today),
      since: addDays(today, -DECISION_DAYS),
      decisions: await listDecisions(db, region.id, addDays(today, -DECISION_DAYS)),
      tasks: await listOpenTasks(db, region.id),
    }
  })
}

export type HandOver = Awaited<ReturnType<typeof getHandOver>>

/** What somebody was asked to do and has not done, the most urgent first. */
function listOpenTasks(db: Db, regionId: string) {
  const isOpen = sql`t.state in ('open', 'submitted', 'handed_back') and t.archived_at is null`
  return readTasks(db, [ofRegion(regionId), isOpen], { most: MOST_TASKS })
}

function listPeopleOf(db: Db, regionId: string): Promise<HandOverPerson[]> {
  return db.$queryRaw<HandOverPerson[]>`
    select u.id, nullif(u.name, '') name, u.email, m.role, p.name organisation,
      m.created_at since, u.last_seen_at "lastSeenAt",
      (select a.at from activities a where a.region_id = m.region_id and a.actor_id = m.user_id
        order by a.id desc limit 1) "lastChangeAt"
    from members m join users u on u.id = m.user_id
    left join partners p on p.region_id = m.region_id and p.id = m.partner_id
    where m.region_id = ${regionId}::uuid and u.disabled_at is null
    order by array_position(array['coordinator', 'partner', 'observer'], m.role), p.name, u.name`
}

interface Begun {
  begun: { step: string; at: string | null }[]
  questions: (Omit<OpenQuestion, 'askedAt'> & { askedAt: string })[]
}

/**
 * When each step last changed its state, else when something was first done for it; and the
 * questions that wait for an answer, the oldest first. One statement.
 */
async function readBegun(db: Db, regionId: string, steps: string[]) {
  const [found] = await db.$queryRaw<Begun[]>`
    select (select json_agg(json_build_object('step', s.step, 'at', coalesce(
        (select a.at from activities a where a.region_id = ${regionId}::uuid and a.step = s.step
          and a.kind = 'step.changed' order by a.id desc limit 1),
        (select a.at from activities a where a.region_id = ${regionId}::uuid and a.step = s.step
          order by a.id limit 1)))) from unnest(${steps}::text[]) s(step)) begun,
      (select coalesce(json_agg(q), '[]') from (
        select c.id, c.subject, c.text, c.created_at "askedAt", nullif(u.name, '') author,
          c.author_role "authorRole", t.title task
        from comments c left join users u on u.id = c.author_id
        left join tasks t on t.region_id = c.region_id and t.id::text = c.subject
        where c.region_id = ${regionId}::uuid and c.asks and c.answered_at is null
          and c.removed_at is null
        order by c.id limit 50) q) questions`
  const { begun = [], questions = [] } = found ?? {}
  return {
    begun: new Map(begun.map(({ step, at }) => [step, at === null ? null : new Date(at)])),
    questions: questions.map((row): OpenQuestion => ({ ...row, askedAt: new Date(row.askedAt) })),
  }
}

/** What was decided: reached, left out, waived, slipped or reopened, and who coordinates. */
function listDecisions(db: Db, regionId: string, since: string): Promise<ActivityEntry[]> {
  return db.$queryRaw<ActivityEntry[]>`
    select a.id, a.at, nullif(u.name, '') actor, a.kind, a.step, a.subject, a.before, a.after,
      null name
    from activities a left join users u on u.id = a.actor_id
    cross join lateral (select coalesce(a.before->>'state', '') was, a.after->>'state' is_now) s
    where a.region_id = ${regionId}::uuid
      and a.id > (lpad(to_hex((extract(epoch from ${since}::timestamptz) * 1000)::bigint >> 16), 8, '0')
        || '-0000-7000-8000-000000000000')::uuid
      and a.at >= ${since}::timestamptz
      and (a.kind = 'milestone.changed' and is_now = 'reached' and was <> 'reached'
        or a.kind = 'milestone.changed' and was = 'reached' and is_now <> 'reached'
        or a.kind = 'tick.changed' and was <> is_now
          and (is_now in ('waived', 'not_applicable') or was in ('waived', 'not_applicable'))
        or a.kind = 'step.changed' and is_now <> 'not_started'
          and (is_now <> 'in_progress' or was <> 'not_started')
        or a.kind like 'step.%' and a.kind <> 'step.changed'
        or a.kind like 'member.%' and 'coordinator' in (a.before->>'role', a.after->>'role'))
    order by a.id desc limit 60`
}
