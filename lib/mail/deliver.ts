import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { v7 as uuid } from 'uuid'
import { env } from '@/lib/env'

export interface Mail {
  to: string
  subject: string
  html: string
  text: string
  headers?: Record<string, string>
}

export const outboxFolder = join(env.DATA_DIR, 'outbox')

const transport = env.SMTP_URL
  ? createTransport({ url: env.SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 })
  : null

/** True for a mail server's last word: this address takes no mail, now or later. */
export function isRefusal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
  return code === 'EENVELOPE' && responseCode >= 550 && responseCode <= 553
}

/** Sends a mail, or writes it to the outbox folder where no mail server is set. */
export async function deliver(mail: Mail): Promise<void> {
  if (transport) {
    await transport.sendMail({ from: env.MAIL_FROM, ...mail })
    return
  }
  await mkdir(outboxFolder, { recursive: true })
  const kept = { ...mail, at: new Date().toISOString() }
  await writeFile(join(outboxFolder, `${uuid()}.json`), JSON.stringify(kept, null, 2), {
    mode: 0o600,
  })
}
