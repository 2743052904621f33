import type pg from 'pg'
import { v7 as uuid } from 'uuid'
import { asOwner, insertRows } from './as-owner'
import { SAMPLE_REMOVED } from './load-sample'
import { SAMPLE_DOMAIN } from './sample/people'

/**
 * Takes out everything of the sample programme and leaves a mark that keeps it from being loaded
 * again. What real people did outside its regions stays.
 *
 * @returns how many of what were removed
 */
export function removeSample(ownerUrl: string): Promise<Record<string, number>> {
  return asOwner(ownerUrl, async (db) => {
    const people = await db.query<{ id: string }>('select id from users where sample')
    const ids = people.rows.map((row) => row.id)
    const counts = {
      invitations: await countRemoved(
        db,
        `with regional as (delete from invitations
            where invited_by_id = any($1::uuid[]) or email like '%@' || $2
              or region_id in (select id from regions where kind = 'sample') returning 1),
          programme as (delete from programme_invitations
            where invited_by_id = any($1::uuid[]) or email like '%@' || $2 returning 1)
        select from regional union all select from programme`,
        [ids, SAMPLE_DOMAIN],
      ),
      'programme entries': await countRemoved(
        db,
        `delete from programme_activities
          where actor_id = any($1::uuid[]) or subject = any($1::uuid[]::text[])`,
        [ids],
      ),
      'sign-in links': await countRemoved(
        db,
        `with keys as (delete from idempotency_keys where user_id = any($1::uuid[]))
        delete from sign_in_links where email like '%@' || $2`,
        [ids, SAMPLE_DOMAIN],
      ),
      ...(await removeRegions(db)),
      people: await countRemoved(db, 'delete from users where sample', []),
    }
    await insertRows(db, 'programme_activities', [
      { id: uuid(), at: new Date(), kind: SAMPLE_REMOVED, subject: 'sample', before: counts },
    ])
    return counts
  })
}

/** What hangs on a region is counted before it goes with the region. */
async function removeRegions(db: pg.Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const journey = ['activities', 'evidence', 'ticks', 'milestones', 'comments', 'tasks']
  for (const table of [...journey, 'members', 'relations', 'partners']) {
    const { rows } = await db.query<{ count: number }>(
      `select count(*)::int from ${table} where region_id in (select id from regions where kind = 'sample')`,
    )
    counts[table] = rows[0]?.count ?? 0
  }
  return {
    regions: await countRemoved(db, "delete from regions where kind = 'sample'", []),
    ...counts,
  }
}

async function countRemoved(db: pg.Client, statement: string, values: unknown[]): Promise<number> {
  return (await db.query(statement, values)).rowCount ?? 0
}
