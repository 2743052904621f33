import { NextResponse, type NextRequest } from 'next/server'
import { isSecure } from '@/lib/env'

/** Gives every answer its security headers, a nonce and a request id. It authorizes nothing. */
export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const requestId = crypto.randomUUID()
  const policy = contentPolicy(nonce)
  const asked = new Headers(request.headers)
  asked.set('x-lep-path', request.nextUrl.pathname + request.nextUrl.search)
  asked.set('x-request-id', requestId)
  asked.set('content-security-policy', policy)
  asked.set('x-nonce', nonce)
  const response = NextResponse.next({ request: { headers: asked } })
  const { headers } = response
  headers.set('content-security-policy', policy)
  headers.set('x-request-id', requestId)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  if (!isAsset(request.nextUrl.pathname)) headers.set('cache-control', 'private, no-store')
  return response
}

function isAsset(path: string) {
  return path.startsWith('/_next/static/') || path === '/icon.svg'
}

function contentPolicy(nonce: string) {
  // Development compiles in the browser; nothing of that reaches a built product.
  const developing = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  const rules = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing}`,
    // Drawings and charts set sizes and colours by style attributes.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `frame-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ]
  if (isSecure) rules.push('upgrade-insecure-requests')
  return rules.join('; ')
}

export const config = { matcher: ['/((?!_next/image).*)'] }
