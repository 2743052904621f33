import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { PERSONAS, type PersonaKey } from '../../../lib/people/personas'

/** A person of the sample programme by their part, anybody else by their address. */
export type Who = PersonaKey | `${string}@${string}`

/** The database as its owner sees it: for setting a scene, never for judging one. */
export async function openOwner(): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: process.env.LEP_TEST_OWNER_URL, max: 2 })
  return pool
}

/** Opens a session as sign-in would, and gives the secret its cookie carries. */
export async function openSession(owner: pg.Pool, who: Who): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(secret).digest('hex')
  const opened = await owner.query(
    `insert into sessions (token_hash, user_id, expires)
     select $1, id, now() + interval '1 day' from users where email = $2`,
    [hash, emailOf(who)],
  )
  if (!opened.rowCount) throw new Error(`Nobody has the address ${emailOf(who)}.`)
  return secret
}

export function emailOf(who: Who): string {
  return who in PERSONAS ? PERSONAS[who as PersonaKey].email : who
}

/** Adds a person with an account and gives their address. */
export async function addPerson(owner: pg.Pool, name: string): Promise<`${string}@${string}`> {
  const id = uuid()
  const email = `${name.toLowerCase()}.${id.slice(-8)}@people.example` as const
  await owner.query(
    'insert into users (id, email, name, email_verified) values ($1, $2, $3, now())',
    [id, email, name],
  )
  return email
}
