import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

const sign = (userId: string) =>
  createHmac('sha256', env.NEXTAUTH_SECRET).update(`stop-letters:${userId}`).digest('base64url')

/** What in a mail's address says whose mails are to stop; it opens nothing else. */
export function stopToken(userId: string): string {
  return `${userId}.${sign(userId)}`
}

/** Whose mails a token may stop; null for one that was not made here. */
export function readStopToken(token: string): string | null {
  const [userId = '', signature = ''] = token.split('.')
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(userId))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? userId : null
}
