/**
 * A path on this origin to go to after signing in; anything that could lead elsewhere becomes '/my'.
 * Backslashes and control characters are what browsers turn into another host.
 */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//')) return '/my'
  if (/[\\\p{Cc}\s]/u.test(wanted) || wanted.startsWith('/api/')) return '/my'
  const origin = 'http://origin.invalid'
  const url = URL.parse(wanted, origin)
  if (!url || url.origin !== origin || url.pathname.startsWith('//')) return '/my'
  return url.pathname + url.search
}
