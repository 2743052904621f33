import { expect, test } from '@playwright/test'
import { createSignedIn, visit, type SignedIn } from '../support/http'

let world: SignedIn
test.beforeAll(async () => {
  world = await createSignedIn()
})

const answers: [string, string, number][] = [
  ['the landing page', '/', 200],
  ['signing in', '/sign-in', 200],
  ['a page behind sign-in', '/my', 307],
  ['an unknown page', '/nowhere', 404],
  ['an unknown page of the interface', '/api/nowhere', 404],
  ['the health check', '/api/health/ready', 200],
  ['a closed door of sign-in', '/api/auth/session', 404],
  ['a mailed link, opened', '/sign-in/confirm?email=a%40example.org&token=x&next=%2Fmy', 200],
  ['a malformed address', '/%E0%A4%A', 404],
]

function readPolicy(response: Response): Record<string, string[]> {
  const policy = response.headers.get('content-security-policy') ?? ''
  return Object.fromEntries(
    policy.split('; ').map((rule) => {
      const [name = '', ...values] = rule.split(' ')
      return [name, values]
    }),
  )
}

for (const [name, path, status] of answers) {
  test(`${name} carries the security headers`, async () => {
    const response = await visit(path)
    expect(response.status).toBe(status)
    const policy = readPolicy(response)
    expect(policy['object-src']).toEqual(["'none'"])
    expect(policy['base-uri']).toEqual(["'none'"])
    expect(policy['frame-ancestors']).toEqual(["'none'"])
    expect(policy['form-action']).toEqual(["'self'"])
    expect(policy['script-src']?.join(' ')).toMatch(/'nonce-[\w-]{20,}'/)
    expect(policy['script-src']?.join(' ')).not.toMatch(/unsafe/)
    const { headers } = response
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('x-request-id')).toBeTruthy()
    expect(headers.get('x-powered-by')).toBeNull()
  })
}

test('every nonce is used once, and every script has it', async () => {
  const [one, other] = [await visit('/'), await visit('/')]
  const nonce = /'nonce-([\w-]+)'/.exec(one.headers.get('content-security-policy') ?? '')?.[1] ?? ''
  expect(other.headers.get('content-security-policy')).not.toContain(nonce)
  const scripts = [...(await one.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  expect(scripts.length).toBeGreaterThan(0)
  for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`)
})

test('pages behind sign-in are stored nowhere', async () => {
  for (const path of ['/my', '/profile', `/regions/${world.own.slug}`, '/nowhere']) {
    const response = await visit(path, world.cookies.coordinator)
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('content-security-policy')).toContain('nonce-')
  }
})

test('what is built may be kept, and holds no secret', async () => {
  const html = await (await visit('/')).text()
  const script = /\/_next\/static\/[^"']+\.js/.exec(html)?.[0] ?? ''
  const response = await visit(script)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await response.text()).not.toMatch(/postgres(ql)?:\/\/|NEXTAUTH_SECRET/)
})

test('a forged address of the client changes no answer', async () => {
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
  const response = await visit('/my', '', { headers })
  expect(response.headers.get('location') ?? '').not.toContain('evil.example')
})
