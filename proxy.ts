import { NextResponse, type NextRequest } from 'next/server'
import { databaseAnswers } from '@/lib/db/watch'
import { isSecure } from '@/lib/env'
import { hidePlace, isSecretPlace, SEALED_POLICY, setSafeHeaders } from '@/lib/headers'
import { asLocale, LOCALE_COOKIE, preferredLocale } from '@/lib/i18n/locales'
import de from '@/messages/de/shell.json'
import en from '@/messages/en/shell.json'

/** Gives every answer its security headers, a nonce and a request id. It authorizes nothing. */
export async function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const requestId = crypto.randomUUID()
  const isSealed = /^\/api\/(evidence|tasks|card)\//.test(request.nextUrl.pathname)
  const policy = isSealed ? SEALED_POLICY : contentPolicy(nonce)
  const asked = new Headers(request.headers)
  asked.set('x-lep-path', request.nextUrl.pathname + request.nextUrl.search)
  asked.set('x-request-id', requestId)
  asked.set('content-security-policy', policy)
  asked.set('x-nonce', nonce)
  const response =
    needsDatabase(request.nextUrl.pathname) && !(await databaseAnswers())
      ? sayUnavailable(request)
      : NextResponse.next({ request: { headers: asked } })
  const { headers } = response
  setSafeHeaders(headers, policy, requestId)
  if (!isAsset(request.nextUrl.pathname)) headers.set('cache-control', keeping(request))
  if (isSecretPlace(request.nextUrl.pathname)) hidePlace(headers)
  return response
}

/** Nobody keeps what is for one person; what streams must not wait for a packer either. */
function keeping({ nextUrl }: NextRequest) {
  const streams = /^\/api\/live\/|^\/session\/[^/]+\/live$/.test(nextUrl.pathname)
  return streams ? 'private, no-store, no-transform' : 'private, no-store'
}

function needsDatabase(path: string) {
  return !isAsset(path) && !path.startsWith('/api/health/')
}

// The page stands alone: nothing that lies behind the database is asked for it.
const PLAIN = `:root{color-scheme:light dark}body{max-width:34rem;margin:20vh auto;padding:0 1.5rem;font:1.1rem/1.5 system-ui,sans-serif}`

/** An honest answer at once, rather than a page that waits for a database that is away. */
function sayUnavailable(request: NextRequest) {
  const chosen = request.cookies.get(LOCALE_COOKIE)?.value
  const locale = chosen ? asLocale(chosen) : preferredLocale(request.headers.get('accept-language'))
  const { title, lede } = { en, de }[locale].unavailable
  const page = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5"><title>${title}</title><style>${PLAIN}</style><h1>${title}</h1><p>${lede}</p></html>`
  const headers = { 'content-type': 'text/html; charset=utf-8', 'retry-after': '5' }
  return new NextResponse(page, { status: 503, headers })
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

// What is uploaded does not come this way: a proxy would hold all of it before anybody asked who
// sends it. That handler seals its own answers (docs/decisions/0010-evidence-files.md).
export const config = { matcher: ['/((?!_next/image|api/(?:evidence|tasks|card)/[^/]+$).*)'] }
