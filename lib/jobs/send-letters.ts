import { asJob } from '@/lib/db/as-job'
import type { Db } from '@/lib/db/as-viewer'
import { log } from '@/lib/log'
import { isRefusal } from '@/lib/mail/deliver'
import { sendLetter } from '@/lib/mail/letter'
import { writeLetter } from '@/lib/notices/letter'
import { readWaiting, settleWaiting, type Waiting } from '@/lib/notices/waiting'
import { makeTaskLinks } from '@/lib/tasks/links/make'
import { asksForSomething } from '@/lib/tasks/links/rules'

/** How long a mail server may take, in seconds; deliver.ts gives it less. */
const PATIENCE = 60
const BATCH = 200

/**
 * Sends a person the mail that is due. What it told is put aside in the transaction that sent it: a
 * process that dies in between loses nothing and tells at most this one mail twice.
 * Throws what the mail server throws when it may take the mail later.
 */
export function sendDueLetter(userId: string, now: Date): Promise<boolean> {
  return asJob(
    async (db) => {
      const letter = await readWaiting(db, userId, now)
      if (!letter) return false
      const mailed =
        letter.mayMail && letter.notices.length > 0 && (await isSent(db, { userId, letter, now }))
      await settleWaiting(db, userId, letter, { mailed, now })
      return mailed
    },
    null,
    PATIENCE,
  )
}

interface Due {
  userId: string
  letter: Waiting
  now: Date
}

async function isSent(db: Db, { userId, letter, now }: Due) {
  const asked = letter.notices.filter(({ kind }) => asksForSomething(kind))
  const tasks = asked.map(({ subject }) => subject).filter((id) => !id.includes('.'))
  const cards = await makeTaskLinks(db, userId, [...new Set(tasks)], now)
  try {
    await sendLetter(await writeLetter(userId, letter, cards))
    return true
  } catch (error) {
    if (!isRefusal(error)) throw error
    await db.$executeRaw`select pause_mail(${letter.email})`
    log.warn({ event: 'mail.refused', userId })
    return false
  }
}

/** Sends what is overdue: mails whose job died with its process. Gives how many went. */
export async function sendOverdueLetters(now: Date): Promise<number> {
  const due = await asJob(
    (db) => db.$queryRaw<{ userId: string }[]>`
      select user_id "userId" from mailboxes where due_at < ${now}::timestamptz
      order by due_at limit ${BATCH}`,
  )
  let sent = 0
  for (const { userId } of due) {
    try {
      if (await sendDueLetter(userId, now)) sent += 1
    } catch (error) {
      log.warn({ event: 'mail.failed', fault: (error as Error).name })
    }
  }
  return sent
}

/** Lets go of what people were told more than 90 days ago. Gives how much. */
export function eraseOldNotices(now: Date): Promise<number> {
  return asJob(
    (db) => db.$executeRaw`
      delete from notices where created_at < ${now}::timestamptz - interval '90 days'`,
  )
}
