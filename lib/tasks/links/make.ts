import { taskSecret } from '@/lib/auth/task-link'
import { hashSecret } from '@/lib/auth/session'
import type { Db } from '@/lib/db/as-viewer'
import { env } from '@/lib/env'
import { LINK_DAYS } from '@/lib/tasks/links/rules'

/**
 * The addresses under which a person may be led to these tasks without signing in, by the tasks'
 * ids; none for a task that they are not asked to do as somebody of a partner. What was ended is made
 * anew, what lives is good for thirty more days. For the job that mails, in its transaction.
 */
export async function makeTaskLinks(
  db: Db,
  userId: string,
  wanted: readonly string[],
  now: Date,
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const links = await db.$queryRaw<{ regionId: string; taskId: string; serial: number }[]>`
    select region_id "regionId", task_id "taskId", serial
    from list_task_links(${userId}::uuid, ${[...wanted]}::uuid[])`
  const made = links.map((link) => ({ ...link, secret: taskSecret({ ...link, userId }) }))
  const expiresAt = new Date(now.getTime() + LINK_DAYS * 86_400_000)
  for (const { regionId, taskId, serial, secret } of made) {
    await db.$executeRaw`
      insert into task_links as l (region_id, task_id, user_id, serial, token_hash, sent_at, expires_at)
      values (${regionId}::uuid, ${taskId}::uuid, ${userId}::uuid, ${serial},
        ${hashSecret(secret)}, ${now}, ${expiresAt})
      on conflict (region_id, task_id, user_id) do update set serial = excluded.serial,
        token_hash = excluded.token_hash, sent_at = excluded.sent_at,
        expires_at = excluded.expires_at, ended_at = null`
  }
  return new Map(made.map(({ taskId, secret }) => [taskId, `${env.APP_URL}/t/${secret}`]))
}
