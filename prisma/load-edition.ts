import type pg from 'pg'
import { GUIDE_TABLES, listGuideRows } from '../lib/guidebook/edition/rows'
import { toFile } from '../lib/guidebook/edition/file'
import { composeWording } from '../lib/guidebook/edition/wording'
import { asOwner, upsertRows } from './as-owner'
import { type Edition, readEdition } from './edition/read'

/**
 * Brings the guidebook's content into the database: changed wording is rewritten in place, nothing
 * is written when nothing changed. Throws when the content is faulty or lacks something that the
 * database has, since regions refer to it.
 */
export async function loadEdition(
  ownerUrl: string,
): Promise<{ edition: number; changed: boolean }> {
  const edition = await readEdition()
  const changed = await asOwner(ownerUrl, (db) => storeEdition(db, edition))
  return { edition: edition.number, changed }
}

/** Writes an edition that differs from the stored one; true if it did. */
async function storeEdition(db: pg.Client, edition: Edition): Promise<boolean> {
  const { number, digest, content } = edition
  const stored = await db.query(
    'select from editions where number = $1 and digest = $2 and source is not null',
    [number, digest],
  )
  if (stored.rowCount) return false
  const { title, modelVersion: model } = content.meta
  const loaded_at = new Date()
  const source = toFile(edition)
  await upsertRows(
    db,
    'editions',
    ['number'],
    [{ number, title, model, digest, wording: composeWording(edition), source, loaded_at }],
  )
  const rows = listGuideRows(edition)
  for (const table of GUIDE_TABLES) {
    await refuseVanished(
      db,
      table,
      number,
      rows[table].map((row) => row.id),
    )
    await upsertRows(db, table, ['edition', 'id'], rows[table])
  }
  return true
}

async function refuseVanished(db: pg.Client, table: string, edition: number, ids: unknown[]) {
  const { rows } = await db.query<{ id: string }>(
    `select id from ${table} where edition = $1 and id <> all($2::text[]) order by id`,
    [edition, ids],
  )
  if (rows.length === 0) return
  const names = rows.map((row) => row.id).join(', ')
  throw new Error(
    `Edition ${edition} no longer has ${names}: regions refer to it, so it belongs into a new edition.`,
  )
}
