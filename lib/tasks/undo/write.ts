import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import type { Is, Was } from '@/lib/tasks/undo/schema'

interface Row {
  task: { id: string }
  was: Was
  is: Is
  again: Omit<Was, 'parts'>
}

/** Puts tasks back, each over the version that the act left. Throws Denial('conflict'). */
export async function writeWholes(db: Db, regionId: string, back: readonly Row[]): Promise<void> {
  if (back.length === 0) return
  const rows = back.map(({ task, is, again }) => ({
    ...{ ...again, id: task.id, seen: is.version, version: is.version + (is.ofPart ? 0 : 1) },
  }))
  const count = await db.$executeRaw`
    update tasks t set state = s.state, done_on = s."doneOn", due_on = s."dueOn", word = s.word,
      archived_at = case when s.archived then coalesce(t.archived_at, now()) end, version = s.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, seen int, version int,
      state text, "doneOn" date, "dueOn" date, word text, archived boolean)
    where t.region_id = ${regionId}::uuid and t.id = s.id and t.version = s.seen`
  if (count !== rows.length) throw new Denial('conflict', 'changedSince')
}

/** Puts the parts back that acts had written; those that only an act had made go. */
export async function writeParts(db: Db, regionId: string, back: readonly Row[]): Promise<void> {
  const written = back.flatMap(({ task, was, is }) =>
    Object.entries(is.parts).map(([partnerId, seen]) => ({
      ...{ taskId: task.id, partnerId, seen },
      part: was.parts.find((part) => part.partnerId === partnerId),
    })),
  )
  const known = written.flatMap(({ part, ...which }) => (part ? [{ ...part, ...which }] : []))
  const fresh = written.flatMap(({ part, ...which }) => (part ? [] : [which]))
  const [result] = await db.$queryRaw<{ count: number }[]>`
    with known as (
      update task_partners o set state = s.state, back = s.back, reason = s.reason,
        proposed_due_on = s."proposedDueOn", note = s.note, link = s.link,
        submitted_by_id = s."submittedById", submitted_at = s."submittedAt", done_on = s."doneOn",
        version = s.seen + 1
      from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as s("taskId" uuid,
        "partnerId" uuid, seen int, state text, back text, reason text, "proposedDueOn" date,
        note text, link text, "submittedById" uuid, "submittedAt" timestamptz, "doneOn" date)
      where o.region_id = ${regionId}::uuid and o.task_id = s."taskId"
        and o.partner_id = s."partnerId" and o.version = s.seen returning 1
    ), fresh as (
      delete from task_partners o
      using jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as s("taskId" uuid,
        "partnerId" uuid, seen int)
      where o.region_id = ${regionId}::uuid and o.task_id = s."taskId"
        and o.partner_id = s."partnerId" and o.version = s.seen returning 1
    )
    select (select count(*) from known)::int + (select count(*) from fresh)::int count`
  if (result?.count !== written.length) throw new Denial('conflict', 'changedSince')
}
