import type { Db } from '@/lib/db/as-viewer'
import { isOpenTask, type Part, type TaskFor, type TaskState, wholeState } from '@/lib/tasks/rules'

/**
 * Lets tasks of one organisation be another's, as two entries turn out to be one. Where both were
 * asked the same, what has come further stands, and the task as a whole is looked at anew.
 */
export async function moveTasks(
  db: Db,
  regionId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await db.task.updateMany({
    where: { regionId, proposedByPartnerId: from },
    data: { proposedByPartnerId: to },
  })
  const asked = { regionId, partnerId: { in: [from, to] } }
  const rows = await db.taskPartner.findMany({ where: asked })
  const tasks = Map.groupBy(rows, ({ taskId }) => taskId)
  const both = [...tasks.values()].filter((pair) => pair.length === 2)
  const behind = both.map((pair) => {
    const [first] = pair.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.partnerId === to ? 1 : -1))
    return { taskId: first?.taskId ?? '', partnerId: first?.partnerId ?? '' }
  })
  for (const { taskId, partnerId } of behind) {
    await db.taskPartner.deleteMany({ where: { regionId, taskId, partnerId } })
  }
  await db.taskPartner.updateMany({ where: { regionId, partnerId: from }, data: { partnerId: to } })
  await lookAnew(
    db,
    regionId,
    behind.map(({ taskId }) => taskId),
  )
}

const RANKS = ['open', 'handed_back', 'submitted', 'done']

function rankOf({ state }: { state: string }): number {
  return RANKS.indexOf(state)
}

async function lookAnew(db: Db, regionId: string, ids: string[]) {
  const where = { regionId, id: { in: ids } }
  for (const task of await db.task.findMany({ where, include: { partners: true } })) {
    if (!isOpenTask(task.state as TaskState)) continue
    const state = wholeState(task.forKind as TaskFor, task.partners as unknown as Part[])
    if (state === task.state) continue
    const data = { state, version: task.version + 1 }
    await db.task.updateMany({ where: { regionId, id: task.id }, data })
  }
}
