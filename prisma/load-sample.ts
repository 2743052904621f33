import type pg from 'pg'
import { asOwner, insertRows } from './as-owner'
import { readEdition } from './edition/read'
import { composeRegion } from './sample/compose-region'
import { listPeople } from './sample/people'
import { REGION_PLANS } from './sample/regions'

export const SAMPLE_REMOVED = 'sample.removed'

/**
 * Brings in the fictitious sample programme, unless it is there or was removed. Its days are
 * counted back from `today`, an ISO day; the same day gives the same programme, ids included.
 *
 * @returns the number of regions added
 */
export async function loadSample(
  ownerUrl: string,
  today = new Date().toISOString().slice(0, 10),
): Promise<number> {
  const edition = await readEdition()
  return asOwner(ownerUrl, async (db) => {
    if (await isSettled(db)) return 0
    const people = listPeople(REGION_PLANS, today)
    await insertRows(db, 'users', people.rows)
    for (const plan of REGION_PLANS) {
      const tables = composeRegion(edition, plan, today, people.idOf)
      for (const [table, rows] of Object.entries(tables)) await insertRows(db, table, rows)
    }
    return REGION_PLANS.length
  })
}

async function isSettled(db: pg.Client): Promise<boolean> {
  const { rows } = await db.query<{ settled: boolean }>(
    `select exists (select from regions where kind = 'sample')
      or exists (select from programme_activities where kind = $1) as settled`,
    [SAMPLE_REMOVED],
  )
  return rows[0]?.settled ?? false
}
