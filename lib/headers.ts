/** What every answer carries, whoever makes it; `policy` is its Content-Security-Policy. */
export function setSafeHeaders(headers: Headers, policy: string, requestId: string): void {
  headers.set('content-security-policy', policy)
  headers.set('x-request-id', requestId)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
}

/**
 * For bytes that came from people: were a browser ever to show them, they would have no origin, no
 * scripts, no forms and nothing to load.
 */
export const SEALED_POLICY = [
  `default-src 'none'`,
  'sandbox',
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** Whose address is itself the key: what is kept of it anywhere would open it. */
export function isSecretPlace(path: string): boolean {
  return /^\/(t|api\/card)\//.test(path)
}

/** Neither where one goes from there nor who looks for pages is told of the address. */
export function hidePlace(headers: Headers): void {
  headers.set('referrer-policy', 'no-referrer')
  headers.set('x-robots-tag', 'noindex, nofollow')
}
