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
