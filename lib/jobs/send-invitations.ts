import { z } from 'zod'
import { asJob } from '@/lib/db/as-job'
import type { Db } from '@/lib/db/as-viewer'
import { log } from '@/lib/log'
import { isRefusal } from '@/lib/mail/deliver'
import { sendInvitation } from '@/lib/mail/invitation'
import { INVITATION_DAYS } from '@/lib/people/invitations/rules'

/** How long a mail server may take, in seconds; deliver.ts gives it less. */
const PATIENCE = 60

const waiting = z.object({
  ...{ regionId: z.uuid(), id: z.uuid(), to: z.string(), locale: z.string(), inviter: z.string() },
  role: z.enum(['coordinator', 'partner', 'observer']),
  ...{ slug: z.string(), region: z.string(), organisation: z.string().nullable() },
})

/**
 * Mails the invitations that wait, each noted as mailed in the transaction that sends it: a process
 * that dies in between loses none and sends at most that one twice. Gives how many went.
 * Throws what the mail server throws when it may take a mail later.
 */
export async function sendWaitingInvitations(): Promise<number> {
  let sent = 0
  let last: string | null = null
  for (;;) {
    const after: string | null = last
    const done: Sent | null = await asJob((db) => sendNext(db, after), null, PATIENCE)
    if (!done) return sent
    last = done.id
    if (done.mailed) sent += 1
  }
}

interface Sent {
  id: string
  mailed: boolean
}

async function sendNext(db: Db, last: string | null): Promise<Sent | null> {
  const [row] = await db.$queryRaw<{ found: unknown }[]>`
    select read_invitation(${last}::uuid) found`
  if (!row?.found) return null
  const { regionId, id, slug, region, ...letter } = waiting.parse(row.found)
  const mailed = await isSent({ ...letter, region: { slug, name: region }, days: INVITATION_DAYS })
  await db.$executeRaw`
    select settle_invitation(${regionId}::uuid, ${id}::uuid, ${mailed ? 'sent' : 'refused'})`
  return { id, mailed }
}

async function isSent(letter: Parameters<typeof sendInvitation>[0]): Promise<boolean> {
  try {
    await sendInvitation(letter)
    return true
  } catch (error) {
    if (!isRefusal(error)) throw error
    log.warn({ event: 'mail.refused', what: 'invitation' })
    return false
  }
}
