import { cookies } from 'next/headers'
import { isSecure } from '@/lib/env'

const COOKIE = 'lep-celebrated'
const MOST = 12

/** The celebrations that were put away on this device. */
export async function listPutAway(): Promise<string[]> {
  return (await cookies()).get(COOKIE)?.value.split('~').filter(Boolean) ?? []
}

/** Puts a celebration away on this device: celebrating is nobody else's matter. */
export async function putAway(key: string): Promise<void> {
  const others = (await listPutAway()).filter((known) => known !== key)
  const value = [...others, key].slice(-MOST).join('~')
  ;(await cookies()).set(COOKIE, value, {
    ...{ path: '/', sameSite: 'lax', httpOnly: true, secure: isSecure, maxAge: 30 * 24 * 3600 },
  })
}
