import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { noteRelations, type RelationNote } from '@/lib/relations/note'
import type { Pair } from '@/lib/relations/rules'

/** A relation as a list tells it, ordered by pairOf; ISO days. */
export interface RelationRow extends Pair {
  since: string
  endedOn: string | null
}

/**
 * Takes relations over from a list: what is not open yet is added, of what is open the days are
 * corrected. For whoever may keep every relation; whom they are between is checked by the database.
 */
export async function writeRelations(
  db: Db,
  viewer: Viewer,
  regionId: string,
  rows: readonly RelationRow[],
): Promise<{ added: number; changed: number }> {
  if (rows.length === 0) return { added: 0, changed: 0 }
  const sent = JSON.stringify(rows.map((row) => ({ ...row, id: uuid() })))
  const written = await db.$queryRaw<Written[]>`
    with sent as (
      select r.* from jsonb_to_recordset(${sent}::jsonb)
        r (id uuid, kind text, "from" uuid, "to" uuid, since date, "endedOn" date)
    ), known as (
      select r.id, r.kind, r.from_id, r.to_id, r.since old_since, s.since, s."endedOn" ended_on
      from relations r join sent s
        on s.kind = r.kind and s."from" = r.from_id and s."to" = r.to_id
      where r.region_id = ${regionId}::uuid and r.ended_on is null
    ), changed as (
      update relations r set since = k.since, ended_on = k.ended_on, version = r.version + 1
      from known k where r.region_id = ${regionId}::uuid and r.id = k.id
        and (k.since, k.ended_on) is distinct from (r.since, r.ended_on)
      returning r.id, r.kind, r.from_id, r.to_id, k.old_since, r.since, r.ended_on
    ), added as (
      insert into relations (region_id, id, kind, from_id, to_id, since, ended_on, added_by_id)
      select ${regionId}::uuid, s.id, s.kind, s."from", s."to", s.since, s."endedOn",
        ${viewer.userId}::uuid
      from sent s where not exists (select from known k
        where k.kind = s.kind and k.from_id = s."from" and k.to_id = s."to")
      returning id, kind, from_id, to_id, null::date old_since, since, ended_on
    )
    select w.id, w.kind, w.old_since::text "oldSince", w.since::text since,
      w.ended_on::text "endedOn", f.name || ' – ' || t.name between
    from (select * from changed union all select * from added) w
    join partners f on f.region_id = ${regionId}::uuid and f.id = w.from_id
    join partners t on t.region_id = ${regionId}::uuid and t.id = w.to_id`
  const batch = written.length > 1 ? uuid() : undefined
  await noteRelations(db, viewer, regionId, written.map(asNote), batch)
  const added = written.filter(({ oldSince }) => oldSince === null).length
  return { added, changed: written.length - added }
}

interface Written {
  id: string
  kind: Pair['kind']
  oldSince: string | null
  since: string
  endedOn: string | null
  between: string
}

function asNote({ id, kind, between, oldSince, since, endedOn }: Written): RelationNote {
  const after = { relation: kind, relationSince: since, relationEndedOn: endedOn }
  if (oldSince === null) return { id, kind: 'relation.added', between, after }
  const before = { relation: kind, relationSince: oldSince, relationEndedOn: null }
  return { id, kind: endedOn ? 'relation.ended' : 'relation.changed', between, before, after }
}
