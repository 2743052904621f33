import { cookies } from 'next/headers'
import { hashSecret, SESSION_COOKIE, sessionCookieOptions } from '@/lib/auth/session'
import { asSignIn } from '@/lib/db/as-sign-in'

/** Ends the session in the database, so that a copied cookie is worth nothing, and clears it here. */
export async function endSession(): Promise<void> {
  const jar = await cookies()
  const secret = jar.get(SESSION_COOKIE)?.value
  if (secret) {
    await asSignIn((db) => db.session.deleteMany({ where: { tokenHash: hashSecret(secret) } }))
  }
  jar.set(SESSION_COOKIE, '', { ...sessionCookieOptions, maxAge: 0 })
}

/** Puts a freshly opened session's secret into this browser. */
export async function keepSession({ secret, expires }: { secret: string; expires: Date }) {
  const jar = await cookies()
  jar.set(SESSION_COOKIE, secret, { ...sessionCookieOptions, expires })
}
