import { z } from 'zod'
import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { noteTasks } from '@/lib/tasks/keep'

/** An entry of the activity. */
export interface Entry {
  id: string
  kind: string
  step: string | null
  subject: string
  before: unknown
  after: unknown
}

/**
 * Sets tasks aside that an act had made, the next of one that comes again or copies, unless somebody
 * has begun something with them, or the one before is still done by what others did. `all`: throws Denial('conflict') where one of them has to stay.
 */
export async function takeBackMade(
  db: Db,
  viewer: Viewer,
  regionId: string,
  made: readonly Entry[],
  { all }: { all: boolean },
): Promise<void> {
  const ids = made.map(({ subject }) => subject)
  if (ids.length === 0) return
  // The version stays the first: so lib/tasks/next.ts knows it again when the task is done anew.
  const gone = await db.$queryRaw<{ id: string; title: string; step: string | null }[]>`
    update tasks t set archived_at = now()
    where t.region_id = ${regionId}::uuid and t.id = any (${ids}::uuid[])
      and t.archived_at is null and t.version = 1 and t.state = 'open'
      and not exists (select from task_partners o where o.region_id = t.region_id
        and o.task_id = t.id and (o.version > 1 or o.state <> 'open'))
      and not exists (select from tasks p where p.region_id = t.region_id
        and p.id = t.made_from_id and p.state = 'done')
      and not exists (select from comments c where c.region_id = t.region_id
        and c.subject = t.id::text)
      and not exists (select from task_files f where f.region_id = t.region_id
        and f.task_id = t.id)
    returning t.id, t.title, t.step`
  if (all && gone.length < ids.length) throw new Denial('conflict', 'changedSince')
  const notes = gone.map(({ id, title, step }) => {
    const undoes = made.find(({ subject }) => subject === id)?.id
    const after = { title, state: 'open' }
    return { regionId, id, step, kind: 'task.archived', after, ...(undoes && { undoes }) }
  })
  if (notes.length > 0) await noteTasks(db, viewer, notes)
}

const factsSchema = z.object({ id: z.uuid(), evidence: z.string(), datedOn: z.string() })

/**
 * Sets evidence aside that done tasks had added, unless it has been used: the piece itself was
 * changed, or the item or milestone was ticked off since.
 */
export async function takeBackEvidence(
  db: Db,
  { userId }: Viewer,
  regionId: string,
  shown: readonly Entry[],
): Promise<void> {
  const facts = new Map(
    shown.map((entry) => {
      const after = factsSchema.parse(entry.after)
      return [after.id, { entry: entry.id, after }] as const
    }),
  )
  if (facts.size === 0) return
  const gone = await db.$queryRaw<{ id: string; entry: string; step: string }[]>`
    update evidence e set removed_at = now()
    where e.region_id = ${regionId}::uuid and e.id = any (${[...facts.keys()]}::uuid[])
      and e.removed_at is null and e.replaced_by_id is null and e.version = 1
      and not exists (select from ticks k where k.region_id = e.region_id and k.item = e.entry
        and k.state = 'done' and k.updated_at > e.added_at)
      and not exists (select from milestones m where m.region_id = e.region_id
        and m.milestone = e.entry and m.state = 'reached' and m.updated_at > e.added_at)
    returning e.id, e.entry, e.step`
  if (gone.length === 0) return
  await db.activity.createMany({
    data: gone.flatMap(({ id, entry, step }) => {
      const known = facts.get(id)
      if (!known) return []
      const after = { id, evidence: null, datedOn: null }
      return [
        {
          ...{ regionId, actorId: userId, kind: 'evidence.removed', step, subject: entry },
          ...{ before: known.after, after, undoes: known.entry },
        },
      ]
    }),
  })
}
