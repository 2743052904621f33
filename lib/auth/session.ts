import { createHash, randomBytes } from 'node:crypto'
import { isSecure } from '@/lib/env'

/** Bound to host and TLS where there is TLS, so that no sibling site can set it. */
export const SESSION_COOKIE = isSecure ? '__Host-lep-session' : 'lep-session'

export const SESSION_DAYS = 30

export const sessionCookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure,
  path: '/',
} as const

export function createSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps instead of a session's secret: a dump opens no door. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
