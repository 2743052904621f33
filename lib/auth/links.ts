import { createHash } from 'node:crypto'
import { LINK_MINUTES } from '@/lib/auth/rules'
import { createSecret } from '@/lib/auth/session'
import { asSignIn } from '@/lib/db/as-sign-in'
import { createThrottle } from '@/lib/db/throttle'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { mailSignInLink } from '@/lib/mail/sign-in-link'
import { findInvited } from '@/lib/people/accept'

const QUARTER_HOUR = 15 * 60
const allowsAddress = createThrottle('link-address', 5, QUARTER_HOUR)
const allowsClient = createThrottle('link-client', 40, QUARTER_HOUR)

interface LinkRequest {
  email: string
  client: string
  next: string
  locale: string
}

/**
 * Mails a sign-in link if the address belongs to somebody invited; tells the caller nothing, so
 * that no account is revealed. Earlier links stay valid, so a stranger's tries lock nobody out.
 */
export async function requestLink({ email, client, next, locale }: LinkRequest): Promise<void> {
  const allowed = (await allowsClient(client)) && (await allowsAddress(email))
  if (!allowed) {
    log.warn({ event: 'link.throttled' })
    return
  }
  const secret = createSecret()
  const person = await storeLink(email, secret)
  if (!person) return
  const url = new URL('/sign-in/confirm', env.APP_URL)
  url.search = new URLSearchParams({ email, token: secret, next }).toString()
  await mailSignInLink({ to: email, url: url.href, locale: person.locale ?? locale })
}

async function storeLink(email: string, secret: string) {
  return asSignIn(async (db) => {
    const person = await db.user.findUnique({ where: { email } })
    if (person?.disabledAt) return null
    if (!person && !(await findInvited(db, email))) return null
    // The form in which next-auth looks a token up: SHA-256 of token and secret.
    const tokenHash = createHash('sha256').update(`${secret}${env.NEXTAUTH_SECRET}`).digest('hex')
    const expires = new Date(Date.now() + LINK_MINUTES * 60_000)
    await db.signInLink.deleteMany({ where: { expires: { lt: new Date() } } })
    await db.signInLink.create({ data: { tokenHash, email, expires } })
    return { locale: person?.locale ?? null }
  })
}
