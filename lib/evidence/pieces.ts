import type { Db } from '@/lib/db/as-viewer'
import { joinSql, sql, type Sql } from '@/lib/db/sql'
import type { Piece } from '@/lib/evidence/rules'

/** All pieces of an item or milestone that the viewer may see, older versions too: one statement. */
export function listPieces(db: Db, regionId: string, entry: string): Promise<Piece[]> {
  return readPieces(db, regionId, [sql`e.entry = ${entry}`], 500)
}

/** The pieces of a region that fit, newest first: one statement. */
export function readPieces(
  db: Db,
  regionId: string,
  wanted: Sql[],
  most: number,
): Promise<Piece[]> {
  const conditions = joinSql([sql`e.region_id = ${regionId}::uuid`, ...wanted], ' and ')
  return db.$queryRaw<Piece[]>`
    select e.id, e.entry, e.step, e.kind, e.words, e.url, e.file_name "fileName",
      e.file_type "fileType", e.file_size "fileSize", e.dated_on::text "datedOn",
      e.added_at "addedAt", nullif(u.name, '') "addedBy", e.added_by_id "addedById",
      e.replaced_by_id "replacedById", e.removed_at is not null removed, e.version
    from evidence e left join users u on u.id = e.added_by_id
    where ${conditions}
    order by e.id desc limit ${most}`
}
