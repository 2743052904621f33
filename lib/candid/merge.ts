import type { Db } from '@/lib/db/as-viewer'

/**
 * Lets candid data of one organisation belong to another, as two entries turn out to be one. What
 * was chosen or planned for the one that stays goes before what was for the other.
 */
export async function moveCandid(
  db: Db,
  regionId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await db.$executeRaw`
    update partner_ratings set partner_id = ${to}::uuid
    where region_id = ${regionId}::uuid and partner_id = ${from}::uuid`
  await db.$executeRaw`
    update partner_priorities set partner_id = ${to}::uuid
    where region_id = ${regionId}::uuid and partner_id = ${from}::uuid
      and not exists (select from partner_priorities kept
        where kept.region_id = ${regionId}::uuid and kept.partner_id = ${to}::uuid)`
  await db.$executeRaw`
    insert into next_contacts (region_id, partner_id, due_on, who)
    select region_id, ${to}::uuid, due_on, who from next_contacts
    where region_id = ${regionId}::uuid and partner_id = ${from}::uuid
    on conflict do nothing`
  await db.$executeRaw`
    update partner_talks set partner_id = ${to}::uuid
    where region_id = ${regionId}::uuid and partner_id = ${from}::uuid`
}
