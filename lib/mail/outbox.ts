import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { outboxFolder } from '@/lib/mail/deliver'
import { hasOutbox } from '@/lib/env'

const kept = z.object({
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
})

export type KeptMail = z.infer<typeof kept> & { id: string }

const NAME = /^[0-9a-f-]{36}\.json$/

/** The latest mails written to the outbox folder, newest first; none where there is no outbox. */
export async function listOutbox(limit = 50): Promise<KeptMail[]> {
  if (!hasOutbox) return []
  const names = await readdir(outboxFolder).catch(() => [])
  const latest = names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .slice(0, limit)
  return Promise.all(latest.map((name) => readKept(name.replace('.json', ''))))
}

async function readKept(id: string): Promise<KeptMail> {
  const text = await readFile(join(outboxFolder, `${id}.json`), 'utf8')
  return { ...kept.parse(JSON.parse(text)), id }
}
