import { ARRIVAL } from '../arrival/rules'

/**
 * A path on this origin to go to after signing in; anything that could lead elsewhere leads to where
 * the person arrives. Backslashes and control characters are what browsers turn into another host.
 */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//')) return ARRIVAL
  if (/[\\\p{Cc}\s]/u.test(wanted) || wanted.startsWith('/api/')) return ARRIVAL
  const origin = 'http://origin.invalid'
  const url = URL.parse(wanted, origin)
  if (!url || url.origin !== origin || url.pathname.startsWith('//')) return ARRIVAL
  return url.pathname + url.search
}
