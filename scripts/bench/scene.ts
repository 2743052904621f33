import type pg from 'pg'
import { v7 as uuid } from 'uuid'

/** A region of which nothing is recorded yet, and the person who coordinates it. */
export type Scene = { regionId: string; userId: string }

/** Adds such a region to a database that has the guidebook. */
export async function addScene(owner: pg.Pool | pg.Client): Promise<Scene> {
  const [regionId, userId] = [uuid(), uuid()]
  await owner.query(
    'insert into users (id, email, name, email_verified) values ($1, $2, $3, now())',
    [userId, `${userId}@bench.example`, 'Coordinator'],
  )
  await owner.query(
    `insert into regions (id, slug, name, country, territory_type, time_zone, languages, edition, started_on)
     values ($1, $2, $2, 'AT', 'region', 'Europe/Vienna', '{en}', 1, '2025-01-15')`,
    [regionId, `bench-${regionId}`],
  )
  await owner.query(
    "insert into members (region_id, id, user_id, role) values ($1, $2, $3, 'coordinator')",
    [regionId, uuid(), userId],
  )
  return { regionId, userId }
}

/** Items that can be ticked, in the guidebook's order. */
export async function listItems(owner: pg.Pool | pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from guide_items where kind = 'checklist' order by step, position",
  )
  return rows.map(({ id }) => id)
}
