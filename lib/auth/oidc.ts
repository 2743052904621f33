import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import { handleSignIn } from '@/lib/auth/handler'
import { safePath } from '@/lib/auth/paths/rules'
import { env, hasOidc } from '@/lib/env'

/** Sends the browser to the OpenID Connect provider; a plain link is enough to come here. */
export async function startOidc(request: NextRequest): Promise<Response> {
  if (!hasOidc) return new Response(null, { status: 404 })
  const csrf = await ask(request, 'GET', ['csrf'])
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  // next-auth looks for its cookie in the jar, not in the request it is handed.
  const jar = await cookies()
  for (const cookie of new NextResponse(null, csrf).cookies.getAll()) jar.set(cookie)
  const callbackUrl = env.APP_URL + safePath(request.nextUrl.searchParams.get('next'))
  return ask(request, 'POST', ['signin', 'oidc'], new URLSearchParams({ csrfToken, callbackUrl }))
}

function ask(request: NextRequest, method: string, nextauth: string[], body?: URLSearchParams) {
  const url = new URL(`/api/auth/${nextauth.join('/')}`, env.APP_URL)
  const headers = new Headers(request.headers)
  if (body) headers.set('content-type', 'application/x-www-form-urlencoded')
  const inner = new NextRequest(url, { method, headers, body: body?.toString() })
  return handleSignIn(inner, { params: Promise.resolve({ nextauth }) })
}
