import { sql } from '@/lib/db/sql'

/** What of a region `r` somebody follows, as steps' slugs; '' is the region itself. */
export const followedColumn = (userId: string) => sql`, (select coalesce(json_agg(f.step), '[]')
  from follows f where f.region_id = r.id and f.user_id = ${userId}::uuid) followed`
