import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What the issuer says of whoever sits at the browser. */
export type Claims = { sub: string; email: string; email_verified: boolean; name: string }

export type Issuer = {
  /** The settings by which the product trusts it. */
  settings: Record<string, string>
  /** Who is signed in there from now on: it asks them nothing and sends them straight back. */
  present: (claims: Claims) => void
  /** From now on tokens are signed with a key that the issuer does not publish. */
  forge: () => void
  stop: () => Promise<void>
}

type Question = { client: string; redirect: string; challenge: string; nonce: string }

const [client, clientSecret] = ['journey', 'a secret between issuer and product']

/** An OpenID Connect provider as strict as a real one: codes work once and only with their proof. */
export async function startIssuer(): Promise<Issuer> {
  const [published, stranger] = [createKey(), createKey()]
  let key = published
  let claims: Claims | undefined
  const codes = new Map<string, Question & { claims: Claims }>()
  const handlers: Record<string, (request: IncomingMessage, response: ServerResponse) => unknown> =
    {
      '/.well-known/openid-configuration': (_, response) => answer(response, describe(url)),
      '/userinfo': (_, response) => answer(response, claims ?? {}),
      '/jwks': (_, response) => answer(response, { keys: [published.jwk] }),
      '/authorize': (request, response) => {
        const asked = readQuestion(new URL(request.url ?? '', url))
        if (!asked || !claims) return answer(response, { error: 'invalid_request' }, 400)
        const code = randomUUID()
        codes.set(code, { ...asked, claims })
        const back = new URL(asked.redirect)
        back.search = new URLSearchParams({ code, state: asked.state }).toString()
        response.writeHead(302, { location: back.href }).end()
      },
      '/token': async (request, response) => {
        const sent = new URLSearchParams(await text(request))
        const asked = codes.get(sent.get('code') ?? '')
        codes.delete(sent.get('code') ?? '')
        if (!asked || !isProven(request, sent, asked)) {
          return answer(response, { error: 'invalid_grant' }, 400)
        }
        const now = Math.floor(Date.now() / 1000)
        const times = { iat: now, exp: now + 300 }
        const { nonce } = asked
        const identity = { ...asked.claims, ...times, iss: url, aud: client, nonce }
        answer(response, {
          ...{ access_token: randomUUID(), token_type: 'Bearer', expires_in: 300 },
          id_token: signToken(identity, key),
        })
      },
    }
  const server = createServer((request, response) => {
    const handle = handlers[new URL(request.url ?? '', 'http://here').pathname]
    if (handle) void handle(request, response)
    else answer(response, { error: 'not_found' }, 404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: { OIDC_ISSUER: url, OIDC_CLIENT_ID: client, OIDC_CLIENT_SECRET: clientSecret },
    present: (shown) => (claims = shown),
    forge: () => (key = stranger),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function describe(url: string) {
  return {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    userinfo_endpoint: `${url}/userinfo`,
    jwks_uri: `${url}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  }
}

function readQuestion({ searchParams: asked }: URL): (Question & { state: string }) | undefined {
  const [scope, method] = [asked.get('scope') ?? '', asked.get('code_challenge_method')]
  const isAllowed = asked.get('client_id') === client && asked.get('response_type') === 'code'
  const [redirect, state] = [asked.get('redirect_uri'), asked.get('state')]
  const [challenge, nonce] = [asked.get('code_challenge'), asked.get('nonce')]
  if (!isAllowed || !/\bopenid\b/.test(scope) || method !== 'S256') return undefined
  return redirect && state && challenge && nonce
    ? { client, redirect, state, challenge, nonce }
    : undefined
}

/** Whether the code comes from the product itself and from the browser it was given to. */
function isProven({ headers }: IncomingMessage, sent: URLSearchParams, asked: Question): boolean {
  const [id = '', secret = ''] = Buffer.from(headers.authorization?.slice(6) ?? '', 'base64')
    .toString()
    .split(':')
    .map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
  const verifier = createHash('sha256').update(sent.get('code_verifier') ?? '')
  return (
    id === asked.client &&
    secret === clientSecret &&
    sent.get('redirect_uri') === asked.redirect &&
    verifier.digest('base64url') === asked.challenge
  )
}

type Key = ReturnType<typeof createKey>

function createKey() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }
  return { privateKey, jwk }
}

function signToken(claims: object, { privateKey }: Key): string {
  const parts = [{ alg: 'RS256', typ: 'JWT', kid: 'one' }, claims]
  const content = parts
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`
}

function answer(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
