import { createHash, randomBytes } from 'node:crypto'
import { createPerson, createWorld, ROLES, type World } from './cast'
import { insert, listTables, sql } from './owner'

export const VISITORS = [...ROLES, 'disabled', 'anonymous'] as const
export type Visitor = (typeof VISITORS)[number]

/** A world whose people are signed in to the running product. */
export type SignedIn = World & { cookies: Record<Visitor, string> }

const address = () => process.env.LEP_TEST_URL ?? ''

/** Opens a session as sign-in would; gives the cookie a browser would send. */
async function openCookie(userId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await insert('sessions', {
    token_hash: createHash('sha256').update(secret).digest('hex'),
    user_id: userId,
    expires: new Date(Date.now() + 3_600_000),
  })
  return `lep-session=${secret}`
}

/** The standing cast, each with a session; somebody barred still holds an old one. */
export async function createSignedIn(): Promise<SignedIn> {
  const world = await createWorld()
  const cookies = { anonymous: '' } as Record<Visitor, string>
  for (const role of ROLES) cookies[role] = await openCookie(world.viewers[role].userId)
  const disabled = await createPerson('Dora', { disabled: true })
  cookies.disabled = await openCookie(disabled)
  return { ...world, cookies }
}

/** Asks the running product; redirects are not followed. */
export function visit(path: string, cookie = '', init: RequestInit = {}): Promise<Response> {
  const headers = { ...(cookie && { cookie }), 'accept-language': 'en', ...init.headers }
  return fetch(new URL(path, address()), { redirect: 'manual', ...init, headers })
}

/** Calls a server action as React does: `values` are its arguments, forms among them by number. */
export function callAction(
  { id, path, cookie }: { id: string; path: string; cookie: string },
  body: FormData | string,
): Promise<Response> {
  const headers: Record<string, string> = { 'next-action': id, origin: address() }
  if (typeof body === 'string') headers['content-type'] = 'text/plain;charset=UTF-8'
  return visit(path, cookie, { method: 'POST', body, headers })
}

/** A form as the second argument of an action, encoded as React sends it. */
export function encodeForm(fields: [string, string | Blob][]): FormData {
  const body = new FormData()
  for (const [name, value] of fields) body.append(`_1_${name}`, value)
  body.append('0', '[{"status":"idle","attempt":0},"$K1"]')
  return body
}

/** A checksum of every row that names a region or a person of this world, or holds a word. */
export async function snapshotOf(world: World, word: string, without: string[] = []) {
  const ids = [world.own.id, world.foreign.id, ...ROLES.map((role) => world.viewers[role].userId)]
  const patterns = [...ids, world.programmeInvitation, word].map((part) => `%${part}%`)
  const skipped = ['throttles', ...without]
  const tables = (await listTables()).filter((name) => !skipped.includes(name))
  const sums = tables.map(
    (name) =>
      `select '${name}' as name, count(*)::int as rows,
        md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum
        from ${name} t where t::text like any ($1::text[])`,
  )
  return sql<{ name: string; rows: number; sum: string }>(sums.join(' union all '), [patterns])
}
