import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import type { Guide } from '@/lib/guidebook/rules'
import { LOCALES } from '@/lib/i18n/locales'
import { getRegionGuide, readRecord, type RegionRecord } from '@/lib/journey/record'
import { ofRegion, readTasks, type Task } from '@/lib/tasks/read'
import type { TaskSituation } from '@/lib/tasks/sheet/deciding/rules'
import type { TaskVocabulary } from '@/lib/tasks/sheet/reading/rules'
import type { WantedTask } from '@/lib/tasks/sheet/rules'
import { standingOf } from '@/lib/tasks/sheet/standing'
import { type Named, readTaskVocabulary } from '@/lib/tasks/sheet/words'

const around = sql`, (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
    'archived', p.archived_at is not null) order by p.name), '[]')
    from partners p where p.region_id = r.id) partners,
  (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'partnerId',
    case when m.role = 'partner' then m.partner_id end) order by u.name), '[]')
    from members m join users u on u.id = m.user_id
    where m.region_id = r.id and m.role in ('coordinator', 'partner')) people`

interface Around {
  partners: (Named & { archived: boolean })[]
  people: (Named & { partnerId: string | null })[]
}

/** What sheets of a region's tasks are read and written by. */
export interface TaskGround {
  record: RegionRecord
  vocabulary: TaskVocabulary
  /** Names by id. */
  partners: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
  known: Omit<TaskSituation, 'tasks'>
}

/**
 * A region with all that its tasks can name, by slug or id. Throws Denial('not-found') for what the
 * viewer may not see.
 */
export async function readTaskGround(
  db: Db,
  viewer: Viewer,
  key: { slug: string } | { id: string },
): Promise<TaskGround> {
  const record = await readRecord<Around>(db, viewer, key, around)
  const guides: Guide[] = []
  // One after the other: the connection of a transaction answers one question at a time.
  for (const language of LOCALES) guides.push(await getRegionGuide(db, record, language))
  const { partners, people } = record
  return {
    record,
    vocabulary: await readTaskVocabulary(guides, partners, people),
    partners: new Map(partners.map(({ id, name }) => [id, name])),
    people: new Map(people.map(({ id, name }) => [id, name])),
    known: {
      places: listPlaces(guides),
      partners: new Set(partners.flatMap(({ id, archived }) => (archived ? [] : id))),
      people: new Map(people.map(({ id, partnerId }) => [id, partnerId])),
    },
  }
}

function listPlaces(guides: readonly Guide[]): Map<string, string> {
  return new Map(
    guides.flatMap(({ steps }) =>
      steps.flatMap(({ slug, items, upkeep, ownItems, milestones, ownMilestones }) => [
        [slug, slug] as const,
        ...[...items, upkeep, ...ownItems, ...milestones, ...ownMilestones].map(
          ({ id }) => [id, slug] as const,
        ),
      ]),
    ),
  )
}

/** The tasks that rows are about: those they name, and those that are called what a new one is. */
export async function readWanted(
  db: Db,
  regionId: string,
  rows: readonly WantedTask[],
): Promise<{ tasks: Map<string, Task>; standings: TaskSituation['tasks'] }> {
  const ids = rows.flatMap(({ id }) => id ?? [])
  const titles = rows.flatMap(({ id, set }) => (id ? [] : (set.title ?? [])))
  const isWanted = sql`(t.id = any (${ids}::uuid[])
    or t.archived_at is null and t.title = any (${titles}::text[]))`
  const tasks = await readTasks(db, [ofRegion(regionId), isWanted], { most: MOST_READ })
  return { tasks: new Map(tasks.map((task) => [task.id, task])), standings: tasks.map(standingOf) }
}

/** More than a region's rows and their namesakes come to. */
export const MOST_READ = 50_000
