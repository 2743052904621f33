import type { Viewer } from '@/lib/auth/rules'
import type { Voice } from '@/lib/comments/rules'
import type { Db } from '@/lib/db/as-viewer'
import { sql, type Sql } from '@/lib/db/sql'

/** A comment as a thread shows it; `author` is null for somebody who is no longer known. */
export interface Comment {
  id: string
  authorId: string | null
  author: string | null
  authorRole: Voice
  /** Empty once it is removed. */
  text: string
  asks: boolean
  answeredAt: Date | null
  createdAt: Date
  editedAt: Date | null
  removedAt: Date | null
  version: number
  /** Whom it names; null for somebody who is no longer known. */
  mentions: (string | null)[]
}

/** Somebody whom a comment can be addressed to; staff without a name where it is hidden. */
export interface Reachable {
  id: string
  name: string
  role: 'coordinator' | 'partner' | 'observer' | 'staff'
  organisation: string | null
}

/** The comments on an item or milestone, oldest first: one statement. */
export function listComments(db: Db, regionId: string, subject: string): Promise<Comment[]> {
  return db.$queryRaw<Comment[]>`
    select c.id, c.author_id "authorId", nullif(u.name, '') author, c.author_role "authorRole",
      c.text, c.asks, c.answered_at "answeredAt", c.created_at "createdAt",
      c.edited_at "editedAt", c.removed_at "removedAt", c.version,
      (select coalesce(json_agg(nullif(w.name, '') order by w.name), '[]')
        from comment_mentions m left join users w on w.id = m.user_id
        where m.region_id = c.region_id and m.comment_id = c.id) mentions
    from comments c left join users u on u.id = c.author_id
    where c.region_id = ${regionId}::uuid and c.subject = ${subject}
    order by c.id`
}

/**
 * Whom the viewer can address there: the region's members who may sign in, and staff who have
 * written in the same thread. One statement.
 */
export function listReachable(
  db: Db,
  viewer: Viewer,
  regionId: string,
  subject: string,
): Promise<Reachable[]> {
  return db.$queryRaw<Reachable[]>`${selectReachable(regionId, subject, viewer.userId)}`
}

/** The same, for a statement that asks for more. */
export function selectReachable(regionId: string, subject: string, userId: string): Sql {
  return sql`
    select u.id, u.name, m.role, p.name organisation
    from members m join users u on u.id = m.user_id
    left join partners p on p.region_id = m.region_id and p.id = m.partner_id
    where m.region_id = ${regionId}::uuid and u.disabled_at is null
      and u.id <> ${userId}::uuid
    union
    select c.author_id, coalesce(u.name, ''), 'staff', null
    from comments c left join users u on u.id = c.author_id
    where c.region_id = ${regionId}::uuid and c.subject = ${subject} and c.author_role = 'staff'
      and c.author_id <> ${userId}::uuid and c.removed_at is null
      and not exists (select from members m
        where m.region_id = c.region_id and m.user_id = c.author_id)
    order by 3, 2`
}
