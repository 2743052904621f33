import type { Viewer } from '@/lib/auth/rules'
import { type Reachable, selectReachable } from '@/lib/comments/data'
import { voiceIn } from '@/lib/comments/rules'
import type { Db } from '@/lib/db/as-viewer'
import { canKeepTasks } from '@/lib/tasks/access/rules'
import type { TaskFileRow, TaskPageRow } from '@/lib/tasks/files/data'
import type { Task } from '@/lib/tasks/read'

interface Beside {
  /** `mine`: the reader attached it. */
  files: (TaskFileRow & { mine: boolean })[]
  pages: TaskPageRow[]
  /** To whom the task is open by mail, and until when; for coordinators. */
  links: { userId: string; name: string; expiresAt: string }[]
  /** Whom a comment can be addressed to; nobody for those who only read. */
  reachable: Reachable[]
}

/** What a task's own page needs beside the task: one statement. */
export async function readBeside(db: Db, viewer: Viewer, task: Task): Promise<Beside> {
  const { regionId, id } = task
  const keeps = canKeepTasks(viewer, regionId)
  const reaches = voiceIn(viewer, regionId) !== null
  const [beside] = await db.$queryRaw<Beside[]>`
    select (select coalesce(json_agg(json_build_object('id', f.id, 'partnerId', f.partner_id,
        'fileName', f.file_name, 'fileType', f.file_type, 'fileSize', f.file_size,
        'mine', f.added_by_id is not distinct from ${viewer.userId}::uuid) order by f.id), '[]')
        from task_files f where f.region_id = ${regionId}::uuid and f.task_id = ${id}::uuid
          and f.removed_at is null) files,
      (select coalesce(json_agg(json_build_object('id', g.id, 'url', g.url, 'words', g.words)
        order by g.id), '[]')
        from task_pages g where g.region_id = ${regionId}::uuid and g.task_id = ${id}::uuid
          and g.removed_at is null) pages,
      (select coalesce(json_agg(json_build_object('userId', l.user_id,
        'name', coalesce(nullif(u.name, ''), u.email), 'expiresAt', l.expires_at) order by u.name), '[]')
        from task_links l join users u on u.id = l.user_id
        where ${keeps} and l.region_id = ${regionId}::uuid and l.task_id = ${id}::uuid
          and l.ended_at is null and l.expires_at > now()
          and answers_for(l.region_id, l.task_id, l.user_id) is not null) links,
      (select coalesce(json_agg(w), '[]') from (${selectReachable(regionId, id, viewer.userId)}) w
        where ${reaches}) reachable`
  if (!beside) throw new Error('a statement without an answer')
  return beside
}
