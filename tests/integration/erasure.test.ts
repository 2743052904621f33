import { v7 as uuid } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { getFeed } from '@/lib/activity/data'
import { feedSchema } from '@/lib/activity/schema'
import { createFeed } from '@/lib/calendar/feeds'
import { createOwnFeed } from '@/lib/calendar/own/feeds'
import { addComment } from '@/lib/comments/changes'
import { asViewer } from '@/lib/db/as-viewer'
import { eraseOneself, erasePerson } from '@/lib/people/erasure'
import { leaveRegion } from '@/lib/people/members'
import { eraseUser, getErasable } from '@/lib/people/programme/erasure'
import { listProgrammeActivity } from '@/lib/people/programme/log'
import { addTask } from '@/lib/tasks/changes'
import { createPerson, createWorld, viewerOf, type World } from '../support/cast'
import { insert, sql } from '../support/owner'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

/** Every table, also the jobs' own, in which a word stands in whatever column. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' order by 1`,
  )
  const found: string[] = []
  for (const { name: table } of tables) {
    const rows = await sql(`select from ${table} t where t::text ilike $1 limit 1`, [`%${word}%`])
    if (rows.length > 0) found.push(table.replace('public.', ''))
  }
  return found
}

/** A coordinator with a name nobody else has, who did and said something in the region. */
async function addZerline() {
  const { own, viewers } = world
  const called = `Zerline ${uuid().slice(-12)}`
  const id = await createPerson(called)
  await sql(
    `insert into members (region_id, id, user_id, role) values ($1, gen_random_uuid(), $2, 'coordinator')`,
    [own.id, id],
  )
  const zerline = await viewerOf(id)
  await sql(
    `insert into invitations (region_id, id, email, name, role, expires_at, invited_by_id)
      values ($1, gen_random_uuid(), $2, $4, 'observer', now() + interval '1 day', $3)`,
    [own.id, zerline.email, viewers.coordinator.userId, called],
  )
  await sql(
    `insert into sign_in_links (token_hash, email, expires) values ($2, $1, now() + interval '5 min')`,
    [zerline.email, uuid()],
  )
  const subject = 'purpose.checklist.gap-question-written'
  const tell = [viewers.partner.userId]
  await addComment(zerline, { regionId: own.id, subject, text: 'Well begun.', asks: false, tell })
  await addTask(zerline, {
    ...{ regionId: own.id, title: 'Open the workshop', doneWhen: '', serves: 'purpose', link: '' },
    ...{ dueOn: null, forWhom: 'partners', partners: [own.partner], person: '' },
    ...{ skipCheck: false, repeatMonths: null },
  })
  await createFeed(zerline, { regionId: own.id })
  await createOwnFeed(zerline)
  await insert('programme_invitations', {
    ...{ id: uuid(), email: zerline.email, role: 'staff', revoked_at: new Date() },
    expires_at: new Date(),
  })
  // Somebody wrote her address down with a capital letter, as people do.
  await insert('partner_contacts', {
    ...{ region_id: own.id, id: uuid(), partner_id: own.partner, name: called },
    ...{ role: 'Director', email: zerline.email.replace('z', 'Z'), phone: '' },
  })
  await insert('partner_talks', {
    ...{ region_id: own.id, id: uuid(), partner_id: own.partner, kind: 'talk' },
    ...{ held_on: '2026-01-15', people: '', words: 'They are in.', author_id: id },
  })
  await insert('follows', { region_id: own.id, user_id: id, step: '' })
  await insert('sessions', { token_hash: uuid(), user_id: id, expires: new Date(Date.now() + 1e6) })
  return zerline
}

describe('an account that is erased', () => {
  test('leaves neither a name nor an address anywhere, and what was done to the region', async () => {
    const zerline = await addZerline()
    expect(await tablesWith(zerline.name)).toContain('notices')
    expect(await tablesWith(zerline.email)).toContain('invitations')
    await leaveRegion(zerline, { regionId: world.own.id, heir: undefined, successor: undefined })
    const free = await viewerOf(zerline.userId)
    await eraseOneself(free, { email: free.email })
    expect(await tablesWith(zerline.name)).toEqual([])
    expect(await tablesWith(zerline.email)).toEqual([])
    const { own, viewers } = world
    const [comment] = await sql(`select author_id from comments where text = 'Well begun.'`)
    expect(comment).toEqual({ author_id: null })
    const { entries } = await getFeed(viewers.coordinator, own.slug, 'en', feedSchema.parse({}))
    expect(entries.some(({ actor, kind }) => kind === 'comment.added' && actor === null)).toBe(true)
    expect(await sql(`select from tasks where title = 'Open the workshop'`)).toHaveLength(1)
  })

  test('takes nobody else along', async () => {
    const zerline = await addZerline()
    const before = await sql('select id from users order by id')
    await leaveRegion(zerline, { regionId: world.own.id, heir: undefined, successor: undefined })
    const free = await viewerOf(zerline.userId)
    await eraseOneself(free, { email: free.email })
    const after = await sql('select id from users order by id')
    expect(after).toEqual(before.filter(({ id }) => id !== zerline.userId))
  })

  test('of staff leaves every invitation of others where it is', async () => {
    const count =
      'select (select count(*) from invitations) + (select count(*) from sign_in_links) n'
    const before = await sql(count)
    const { staff } = world.viewers
    await eraseOneself(staff, { email: staff.email })
    expect(await sql(count)).toEqual(before)
  })

  test('waits until the regions are left, also against a request that says otherwise', async () => {
    const zerline = await addZerline()
    const { email } = zerline
    await expect(eraseOneself(zerline, { email })).rejects.toThrow('leaveFirst')
    const pretending = { ...zerline, memberships: [] }
    await expect(eraseOneself(pretending, { email })).rejects.toThrow('leaveFirst')
    expect(await tablesWith(email)).toContain('users')
  })

  test('asks for its own address', async () => {
    const { former } = world.viewers
    const wrong = eraseOneself(former, { email: 'somebody@example.org' })
    await expect(wrong).rejects.toThrow('ownAddress')
  })

  test('is told in the log of the programme, which names nobody', async () => {
    const { former, admin } = world.viewers
    await eraseOneself(former, { email: former.email })
    const { entries } = await listProgrammeActivity(admin, { before: null })
    expect(entries[0]).toMatchObject({ kind: 'user.erased', actor: null, subject: '' })
    expect(entries[0]?.isFormer).toBe(false)
  })
})

describe('an account that an administrator erases', () => {
  test('is gone as if the person had done it, and the log says who did', async () => {
    const zerline = await addZerline()
    await leaveRegion(zerline, { regionId: world.own.id, heir: undefined, successor: undefined })
    const { admin } = world.viewers
    const counted = 'select count(*) from invitations where email <> $1'
    const before = await sql(counted, [zerline.email])
    await eraseUser(admin, { id: zerline.userId, email: zerline.email })
    expect(await tablesWith(zerline.name)).toEqual([])
    expect(await tablesWith(zerline.email)).toEqual([])
    expect(await sql(counted, [zerline.email])).toEqual(before)
    const { entries } = await listProgrammeActivity(admin, { before: null })
    expect(entries[0]).toMatchObject({ kind: 'user.erased', actor: 'Ada', subject: '' })
    await expect(getErasable(admin, zerline.userId)).rejects.toThrow('not-found')
  })

  test('keeps its places until they are ended, each named with where that is done', async () => {
    const { admin, partner } = world.viewers
    const { places } = await getErasable(admin, partner.userId)
    expect(places).toMatchObject([{ slug: world.own.slug }])
    const early = eraseUser(admin, { id: partner.userId, email: partner.email })
    await expect(early).rejects.toThrow('placesFirst')
    expect(await tablesWith(partner.email)).toContain('users')
  })

  test("is neither the administrator's own nor another administrator's", async () => {
    const { admin } = world.viewers
    const own = eraseUser(admin, { id: admin.userId, email: admin.email })
    await expect(own).rejects.toThrow('yourself')
    const other = await viewerOf(await createPerson('Alma', { programmeRole: 'admin' }))
    const { userId: id, email } = other
    await expect(eraseUser(admin, { id, email })).rejects.toThrow('roleFirst')
  })

  test('is the one whose address was typed', async () => {
    const { admin, former } = world.viewers
    const wrong = eraseUser(admin, { id: former.userId, email: world.viewers.partner.email })
    await expect(wrong).rejects.toThrow('theirAddress')
  })

  test('stays where anybody else claims to erase, also against the database alone', async () => {
    const { coordinator, former } = world.viewers
    expect(await asViewer(coordinator, (db) => erasePerson(db, former.userId))).toBe(false)
    expect(await tablesWith(former.email)).toContain('users')
  })
})
