import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'

/** Runs one statement as the database's owner. */
export type Run = (text: string, values: unknown[]) => Promise<unknown>

/** A round that is open, where it is answered, and a session's cookie for each who is asked. */
export interface AskedRound {
  id: string
  /** Address of the round's page, without the host. */
  path: string
  cookies: string[]
}

/** What became of a sheet: counted, corrected (sent twice), refused as too late, or something else. */
export type Outcome = 'kept' | 'corrected' | 'closed' | `other: ${string}`

const SECTORS = ['public', 'business', 'education_research', 'creative_civil']
const ORGANISATIONS = 8

/** The level that somebody answers throughout, so that what was counted can be told. */
export const levelOf = (at: number) => (at % 5) + 1

/** A full round about the first step that asks so many people of eight organisations, open now. */
export async function askMany(
  run: Run,
  { id: regionId, slug }: { id: string; slug: string },
  people: number,
): Promise<AskedRound> {
  const id = uuid()
  const partners = Array.from({ length: ORGANISATIONS }, () => uuid())
  for (const [at, partner] of partners.entries()) {
    await run(
      `insert into partners (region_id, id, name, sector, subtype, status)
        values ($1, $2, $3, $4, $5, 'engaged')`,
      [
        ...[regionId, partner, `Organisation ${partner}`, SECTORS[at % SECTORS.length]],
        SECTORS[at % SECTORS.length] === 'creative_civil' ? 'creative' : '',
      ],
    )
  }
  const secrets = Array.from({ length: people }, () => randomBytes(32).toString('base64url'))
  const users = secrets.map(() => uuid())
  const hashes = secrets.map((secret) => createHash('sha256').update(secret).digest('hex'))
  const speaksFor = users.map((_, at) => partners[at % ORGANISATIONS])
  await run(
    `insert into users (id, email, name, email_verified)
      select id, id || '@people.example', 'Somebody', now() from unnest($1::uuid[]) id`,
    [users],
  )
  await run(
    `insert into members (region_id, id, user_id, role, partner_id)
      select $1, gen_random_uuid(), u, 'partner', p from unnest($2::uuid[], $3::uuid[]) t(u, p)`,
    [regionId, users, speaksFor],
  )
  await run(
    `insert into sessions (token_hash, user_id, expires)
      select hash, u, now() + interval '1 day' from unnest($1::text[], $2::uuid[]) t(hash, u)`,
    [hashes, users],
  )
  await run(
    `insert into rounds (region_id, id, kind, state, edition, steps, languages, opened_on,
        closes_on, asked)
      select r.id, $2, 'full', 'open', r.edition, '{purpose}', '{en}', current_date,
        current_date + 21, $3::int from regions r where r.id = $1`,
    [regionId, id, people],
  )
  await run('insert into round_keys (region_id, round_id, secret) values ($1, $2, $3)', [
    ...[regionId, id, randomBytes(32)],
  ])
  await run(
    `insert into round_people (region_id, id, round_id, user_id, partner_id)
      select $1, gen_random_uuid(), $2, u, p from unnest($3::uuid[], $4::uuid[]) t(u, p)`,
    [regionId, id, users, speaksFor],
  )
  const path = `/regions/${slug}/rounds/${id}`
  return { id, path, cookies: secrets.map((secret) => `lep-session=${secret}`) }
}

/** Somebody's sheet as its form stands on their page, filled in. Throws where there is none. */
export async function fillSheet(address: string, cookie: string, at: number): Promise<FormData> {
  const form = await findForm(address, cookie, 'name="secret"')
  const sheet = readHidden(form)
  const statements = [...form.matchAll(/<option value="([a-z-]+\.statements\.[a-z0-9-]+)=5"/g)].map(
    ([, id]) => id,
  )
  for (const id of statements) sheet.append('answers', `${id}=${levelOf(at)}`)
  sheet.append('lookBack', '')
  sheet.append('said', '')
  return sheet
}

/** Sends a form as a browser without a script does, and reads from the page what became of it. */
export async function sendSheet(
  address: string,
  cookie: string,
  sheet: FormData,
): Promise<Outcome> {
  const answer = await post(address, cookie, sheet)
  const page = await answer.text()
  if (page.includes('Your answers are in. Thank you.')) return 'kept'
  if (page.includes('Your corrected answers are in.')) return 'corrected'
  if (page.includes('This round is closed.')) return 'closed'
  return `other: ${answer.status} ${/<title>([^<]*)/.exec(page)?.[1] ?? ''}` as const
}

/** Closes a round by the form of its page, as its coordinator does. */
export async function closeByForm(address: string, cookie: string): Promise<void> {
  const form = await findForm(address, cookie, 'Close for good')
  const answer = await post(address, cookie, readHidden(form))
  await answer.arrayBuffer()
}

function post(address: string, cookie: string, body: FormData) {
  const headers = { cookie, origin: new URL(address).origin, 'accept-language': 'en' }
  return fetch(address, { method: 'POST', headers, body })
}

async function findForm(address: string, cookie: string, holds: string): Promise<string> {
  const answer = await fetch(address, { headers: { cookie, 'accept-language': 'en' } })
  const page = await answer.text()
  const form = page
    .match(/<form[\s\S]*?<\/form>/g)
    ?.find((one) => one.includes(holds) && one.includes('$ACTION'))
  if (!form) throw new Error(`${address} answers ${answer.status} without the form.`)
  return form
}

function readHidden(form: string): FormData {
  const fields = new FormData()
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? ''
    fields.append(unescape(attribute('name')), unescape(attribute('value')))
  }
  return fields
}

function unescape(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}
