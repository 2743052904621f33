import { NextRequest } from 'next/server'
import { handleSignIn } from '@/lib/auth/handler'
import { env, hasOidc } from '@/lib/env'

/** Sends the browser to the OpenID Connect provider; a plain link is enough to come here. */
export async function startOidc(request: NextRequest): Promise<Response> {
  if (!hasOidc) return new Response(null, { status: 404 })
  const csrf = await ask(request, 'GET', ['csrf'])
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const cookie = csrf.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const body = new URLSearchParams({ csrfToken, callbackUrl: `${env.APP_URL}/my` })
  const answer = await ask(request, 'POST', ['signin', 'oidc'], { cookie, body })
  csrf.headers.getSetCookie().forEach((set) => answer.headers.append('set-cookie', set))
  return answer
}

function ask(
  request: NextRequest,
  method: string,
  nextauth: string[],
  sent?: { cookie: string; body: URLSearchParams },
) {
  const headers = new Headers(request.headers)
  if (sent) {
    headers.set('cookie', sent.cookie)
    headers.set('content-type', 'application/x-www-form-urlencoded')
  }
  const url = new URL(`/api/auth/${nextauth.join('/')}`, env.APP_URL)
  const inner = new NextRequest(url, { method, headers, body: sent?.body.toString() })
  return handleSignIn(inner, { params: Promise.resolve({ nextauth }) })
}
