import { beforeEach, describe, expect, test } from 'vitest'
import { getFeed } from '@/lib/activity/data'
import { feedSchema } from '@/lib/activity/schema'
import { createFeed } from '@/lib/calendar/feeds'
import { createOwnFeed } from '@/lib/calendar/own/feeds'
import { addComment } from '@/lib/comments/changes'
import { eraseOneself } from '@/lib/people/erasure'
import { leaveRegion } from '@/lib/people/members'
import { addTask } from '@/lib/tasks/changes'
import { createPerson, createWorld, viewerOf, type World } from '../support/cast'
import { listTables, sql } from '../support/owner'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

/** Every table in which a word stands in whatever column. */
async function tablesWith(word: string): Promise<string[]> {
  const found: string[] = []
  for (const table of await listTables()) {
    const rows = await sql(`select from ${table} t where t::text ilike $1 limit 1`, [`%${word}%`])
    if (rows.length > 0) found.push(table)
  }
  return found
}

/** A coordinator with a name nobody else has, who did and said something in the region. */
async function addZerline() {
  const { own, viewers } = world
  const id = await createPerson('Zerline Quast')
  await sql(
    `insert into members (region_id, id, user_id, role) values ($1, gen_random_uuid(), $2, 'coordinator')`,
    [own.id, id],
  )
  const zerline = await viewerOf(id)
  await sql(
    `insert into invitations (region_id, id, email, name, role, expires_at, invited_by_id)
      values ($1, gen_random_uuid(), $2, 'Zerline Quast', 'observer', now() + interval '1 day', $3)`,
    [own.id, zerline.email, viewers.coordinator.userId],
  )
  await sql(
    `insert into sign_in_links (token_hash, email, expires) values ('z', $1, now() + interval '5 min')`,
    [zerline.email],
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
  return zerline
}

describe('an account that is erased', () => {
  test('leaves neither a name nor an address anywhere, and what was done to the region', async () => {
    const zerline = await addZerline()
    expect(await tablesWith('Zerline Quast')).toContain('notices')
    expect(await tablesWith(zerline.email)).toContain('invitations')
    await leaveRegion(zerline, { regionId: world.own.id, heir: undefined, successor: undefined })
    const free = await viewerOf(zerline.userId)
    await eraseOneself(free, { email: free.email })
    expect(await tablesWith('Zerline Quast')).toEqual([])
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
    const count = 'select (select count(*) from invitations) + (select count(*) from sign_in_links) n'
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
})
