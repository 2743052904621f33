import type { Db } from '@/lib/db/as-viewer'
import type { Task } from '@/lib/tasks/read'
import type { PartWas, Was } from '@/lib/tasks/undo/schema'

/** What a task is before it is changed, without its parts. */
export function wasOf({ state, doneOn, dueOn, word, archived }: Task): Was {
  return { state, doneOn, dueOn, word, archived, parts: [] }
}

/** The parts of tasks with all that a person can set, by the task's id: one statement. */
export async function readPartsWere(
  db: Db,
  regionId: string,
  taskIds: string[],
): Promise<Map<string, PartWas[]>> {
  const rows = await db.$queryRaw<(PartWas & { taskId: string })[]>`
    select task_id "taskId", partner_id "partnerId", state, back, reason,
      proposed_due_on::text "proposedDueOn", note, link, submitted_by_id "submittedById",
      submitted_at::text "submittedAt", done_on::text "doneOn"
    from task_partners where region_id = ${regionId}::uuid and task_id = any (${taskIds}::uuid[])`
  return Map.groupBy(rows, ({ taskId }) => taskId)
}
