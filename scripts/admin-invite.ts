import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { asOwner, insertRows } from '../prisma/as-owner'
import { withDatabase } from './embedded/database'
import { Problem, reportFailure } from './start/problem'
import { readSettings } from './start/settings'

const DAYS_VALID = 14

async function inviteAdmin(): Promise<void> {
  const email = z.email().safeParse(process.argv[2]?.trim().toLowerCase())
  if (!email.success) {
    throw new Problem('Name one e-mail address: npm run admin:invite -- name@example.org')
  }
  await withDatabase(({ ownerUrl }) => storeInvitation(ownerUrl, email.data))
  const page = new URL('/sign-in', readSettings().appUrl).href
  console.log(
    `${email.data} may now become administrator: open ${page} within ${DAYS_VALID} days and ask for a sign-in link.`,
  )
}

function storeInvitation(ownerUrl: string, email: string): Promise<void> {
  return asOwner(ownerUrl, async (db) => {
    // An earlier open invitation gives way, so that there is one to accept or revoke.
    await db.query(
      `update programme_invitations set revoked_at = now()
        where email = $1 and role = 'admin' and accepted_at is null and revoked_at is null`,
      [email],
    )
    const now = new Date()
    const expires = new Date(now.getTime() + DAYS_VALID * 86_400_000)
    await insertRows(db, 'programme_invitations', [
      { id: uuid(), email, role: 'admin', sent_at: now, expires_at: expires },
    ])
    await insertRows(db, 'programme_activities', [
      { id: uuid(), at: now, kind: 'person.invited', subject: email, after: { role: 'admin' } },
    ])
  })
}

inviteAdmin().catch(reportFailure)
