import type { Db } from '@/lib/db/as-viewer'
import type { PartsPlan } from '@/lib/tasks/parts/rules'

type Change = { taskId: string } & Pick<PartsPlan, 'gone' | 'fresh' | 'people'>

/** Writes who is asked of any number of tasks: at most three statements. */
export async function writeParts(db: Db, regionId: string, changes: readonly Change[]) {
  const rowsOf = (key: 'fresh' | 'people') =>
    changes.flatMap(({ taskId, [key]: parts }) => parts.map((part) => ({ taskId, ...part })))
  const gone = changes.flatMap(({ taskId, gone: ids }) =>
    ids.map((partnerId) => ({ taskId, partnerId })),
  )
  if (gone.length > 0) {
    await db.$executeRaw`
      delete from task_partners o
      using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) r ("taskId" uuid, "partnerId" uuid)
      where o.region_id = ${regionId}::uuid and o.task_id = r."taskId"
        and o.partner_id = r."partnerId"`
  }
  const fresh = rowsOf('fresh')
  if (fresh.length > 0) {
    await db.$executeRaw`
      insert into task_partners (region_id, task_id, partner_id, user_id)
      select ${regionId}::uuid, r."taskId", r."partnerId", r."userId"
      from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
        r ("taskId" uuid, "partnerId" uuid, "userId" uuid)`
  }
  const people = rowsOf('people')
  if (people.length > 0) {
    await db.$executeRaw`
      update task_partners o set user_id = r."userId"
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
        r ("taskId" uuid, "partnerId" uuid, "userId" uuid)
      where o.region_id = ${regionId}::uuid and o.task_id = r."taskId"
        and o.partner_id = r."partnerId"`
  }
}
