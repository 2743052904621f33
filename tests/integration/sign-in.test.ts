import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { adapter, openSession } from '@/lib/auth/adapter'
import { requestLink } from '@/lib/auth/links'
import { createSecret, hashSecret } from '@/lib/auth/session'
import { asSignIn, findViewerFacts } from '@/lib/db/as-sign-in'
import { removeMember } from '@/lib/people/members'
import { disableUser } from '@/lib/people/programme/users'
import { createPerson, createWorld, type World } from '../support/cast'
import { sql, takeSnapshot } from '../support/owner'

let world: World
let email: string

beforeEach(async () => {
  await sql('delete from throttles')
  world = await createWorld()
  email = world.viewers.coordinator.email
})

const soon = () => new Date(Date.now() + 60_000)
let clients = 0
const ask = (address: string, client = `10.0.0.${clients++}`) =>
  requestLink({ email: address, client, next: '/my', locale: 'en' })

const outbox = join(process.env.DATA_DIR ?? '', 'outbox')

async function readOutbox(to: string) {
  const names = await readdir(outbox).catch(() => [])
  const mails = await Promise.all(names.map((name) => readFile(join(outbox, name), 'utf8')))
  return mails
    .map((text) => JSON.parse(text) as { to: string; text: string })
    .filter((mail) => mail.to === to)
}

/** The link as the mail has it, in the form the sign-in looks it up. */
async function readLink(to: string) {
  const [mail] = await readOutbox(to)
  const link = /http:\/\/\S+\/sign-in\/confirm\?\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  const secret = new URL(link).searchParams.get('token') ?? ''
  const token = createHash('sha256').update(`${secret}${process.env.NEXTAUTH_SECRET}`).digest('hex')
  return { secret, token }
}

function redeem(identifier: string, token: string) {
  return adapter.useVerificationToken?.({ identifier, token })
}

async function openFor(userId: string) {
  const secret = createSecret()
  await asSignIn((db) => openSession(db, { secret, userId, expires: soon() }))
  return hashSecret(secret)
}

describe('a mailed link', () => {
  test('is good for one of fifty who redeem it at once', async () => {
    await ask(email)
    const { token } = await readLink(email)
    const found = await Promise.all(Array.from({ length: 50 }, () => redeem(email, token)))
    expect(found.filter(Boolean)).toHaveLength(1)
    expect(await redeem(email, token)).toBeNull()
  })

  test('lives for ten minutes', async () => {
    await ask(email)
    const { token } = await readLink(email)
    const redeemed = await redeem(email, token)
    const minutes = ((redeemed?.expires.getTime() ?? 0) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(9.5)
    expect(minutes).toBeLessThanOrEqual(10)
  })

  test("is nobody else's", async () => {
    await ask(email)
    const { token } = await readLink(email)
    expect(await redeem(world.viewers.partner.email, token)).toBeNull()
    expect(await redeem(email, token)).not.toBeNull()
  })

  test('is kept as a hash only', async () => {
    await ask(email)
    const { secret } = await readLink(email)
    const [row] = await sql('select token_hash from sign_in_links where email = $1', [email])
    expect(secret.length).toBeGreaterThan(30)
    expect(row?.token_hash).not.toContain(secret)
  })
})

describe('asking for a link', () => {
  test('for an unknown address writes nothing and mails nobody', async () => {
    const before = await takeSnapshot()
    await ask('nobody@example.org')
    expect(await takeSnapshot()).toEqual(before)
    expect(await readOutbox('nobody@example.org')).toEqual([])
  })

  test('for somebody disabled writes nothing and mails nobody', async () => {
    const id = await createPerson('Dora', { disabled: true })
    const [dora] = await sql('select email from users where id = $1', [id])
    const before = await takeSnapshot()
    await ask(dora?.email)
    expect(await takeSnapshot()).toEqual(before)
    expect(await readOutbox(dora?.email)).toEqual([])
  })

  test('is throttled by address', async () => {
    for (let tries = 0; tries < 12; tries++) await ask(email)
    expect(await readOutbox(email)).toHaveLength(5)
  })

  test('is throttled by client, and locks nobody else out', async () => {
    for (let tries = 0; tries < 45; tries++) await ask(`stranger-${tries}@example.org`, '10.9.9.9')
    await ask(email, '10.9.9.9')
    expect(await readOutbox(email)).toHaveLength(0)
    await ask(email, '10.9.9.10')
    expect(await readOutbox(email)).toHaveLength(1)
  })

  test('stores no address in the counters', async () => {
    await ask(email)
    const rows = await sql<{ key: string }>('select key from throttles')
    expect(rows.length).toBeGreaterThan(0)
    for (const { key } of rows) expect(key).not.toContain('@')
  })
})

describe('a session', () => {
  test('is kept as a hash and says who asks, with every membership', async () => {
    const hash = await openFor(world.viewers.coordinator.userId)
    const facts = await findViewerFacts(hash)
    expect(facts).toMatchObject({
      email,
      memberships: [{ regionId: world.own.id, role: 'coordinator' }],
    })
  })

  test('ends with its time', async () => {
    const hash = await openFor(world.viewers.coordinator.userId)
    await sql(`update sessions set expires = now() - interval '1 second' where token_hash = $1`, [
      hash,
    ])
    expect(await findViewerFacts(hash)).toBeNull()
  })

  test('ends at once when the person is disabled, and none can be opened', async () => {
    const { admin, former } = world.viewers
    const hash = await openFor(former.userId)
    const [row] = await sql('select version from users where id = $1', [former.userId])
    await disableUser(admin, { id: former.userId, version: row?.version })
    expect(await findViewerFacts(hash)).toBeNull()
    await expect(openFor(former.userId)).rejects.toThrow('disabled')
  })

  test('loses a region at once when the person is removed from it', async () => {
    const { coordinator, observer } = world.viewers
    const hash = await openFor(observer.userId)
    const [member] = await sql('select id from members where user_id = $1', [observer.userId])
    await removeMember(coordinator, { regionId: world.own.id, id: member?.id })
    expect(await findViewerFacts(hash)).toMatchObject({ memberships: [] })
  })

  test('is gone after signing out', async () => {
    const secret = createSecret()
    const { userId } = world.viewers.observer
    await asSignIn((db) => openSession(db, { secret, userId, expires: soon() }))
    await adapter.deleteSession?.(secret)
    expect(await findViewerFacts(hashSecret(secret))).toBeNull()
  })
})

describe('an invitation', () => {
  test('lets somebody in once they sign in, with the seat they were given', async () => {
    const { own } = world
    const address = `${own.mark}@example.org`
    const person = await adapter.createUser?.({ email: address, emailVerified: null, id: '' })
    const hash = await openFor(person?.id ?? '')
    expect(await findViewerFacts(hash)).toMatchObject({
      memberships: [{ regionId: own.id, role: 'observer' }],
    })
    const [kept] = await sql('select accepted_at from invitations where id = $1', [own.invitation])
    expect(kept?.accepted_at).not.toBeNull()
  })

  test.each(['revoked_at = now()', `expires_at = now() - interval '1 minute'`])(
    'lets nobody in when %s',
    async (change) => {
      const { own } = world
      await sql(`update invitations set ${change} where id = $1`, [own.invitation])
      const entering = adapter.createUser?.({
        ...{ email: `${own.mark}@example.org`, emailVerified: null, id: '' },
      })
      await expect(entering).rejects.toThrow('not invited')
    },
  )
})
