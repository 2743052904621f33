import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import type { OwnEntryRow } from '@/lib/journey/own/rules'

/** An own entry as it was (null: it is new) and as it is to be. */
export interface OwnChange {
  kind: 'own.added' | 'own.changed' | 'own.archived'
  before: OwnEntryRow | null
  after: OwnEntryRow
  /** The entry of the activity that this change takes back. */
  undoes?: string
}

/**
 * Adds, rewords or sets aside own entries with an entry of the activity for each, all or nothing,
 * in one statement. Call it inside the region's lock. Throws Denial('conflict') where somebody was
 * faster.
 */
export async function writeOwn(
  db: Db,
  viewer: Viewer,
  regionId: string,
  changes: OwnChange[],
  batch: string | null,
): Promise<void> {
  if (changes.length === 0) return
  const words = ({ title, doneWhen }: OwnEntryRow) => ({ title, doneWhen })
  const rows = changes.map(({ kind, before, after, undoes }) => ({
    ...{ ...after, activity: kind, entry: uuid(), undoes: undoes ?? null },
    ...{ seen: before?.version ?? 0, was: before && words(before), will: words(after) },
  }))
  const [result] = await db.$queryRaw<{ written: number }[]>`
    with c as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id text, step text,
        kind text, title text, "doneWhen" text, position int, archived boolean, activity text,
        entry uuid, undoes uuid, seen int, was jsonb, will jsonb)
    ), added as (
      insert into own_entries (region_id, id, step, kind, title, done_when, position)
      select ${regionId}::uuid, id, step, kind, title, "doneWhen", position from c where seen = 0
      returning 1
    ), changed as (
      update own_entries o set title = c.title, done_when = c."doneWhen",
        archived_at = case when c.archived then coalesce(o.archived_at, now()) end,
        version = o.version + 1
      from c where o.region_id = ${regionId}::uuid and o.id = c.id and o.version = c.seen
      returning 1
    ), noted as (
      insert into activities (region_id, id, actor_id, kind, step, subject, before, after, batch,
        undoes)
      select ${regionId}::uuid, entry, ${viewer.userId}::uuid, activity, step, id, was, will,
        ${batch}::uuid, undoes from c
    )
    select (select count(*) from added)::int + (select count(*) from changed)::int written`
  if (result?.written !== changes.length) throw new Denial('conflict')
}
