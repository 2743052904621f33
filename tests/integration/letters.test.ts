import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'
import { startSink } from '../support/smtp-sink'

const REFUSED = 'refused@example.org'
const HOUR = 3_600_000

const sink = await startSink([REFUSED])
vi.stubEnv('SMTP_URL', sink.url)
const { asViewer } = await import('@/lib/db/as-viewer')
const { eraseOldNotices, sendDueLetter, sendOverdueLetters } =
  await import('@/lib/jobs/send-letters')
const { stopLetters } = await import('@/lib/notices/stop/data')
const { stopToken } = await import('@/lib/notices/stop/token')
const { notify } = await import('@/lib/notices/notify')

let world: World
beforeAll(() => sql('delete from mailboxes'))
beforeEach(async () => {
  world = await createWorld()
  sink.mails.length = 0
})
afterAll(() => sink.stop())

const tell = (
  userId: string,
  title: string,
  kind: 'task.assigned' | 'task.reminder' = 'task.assigned',
) =>
  asViewer(world.viewers.coordinator, (db) =>
    notify(db, world.own.id, [
      {
        userId,
        kind,
        subject: crypto.randomUUID(),
        facts: { title, by: 'Clara', dueOn: '2027-02-01' },
      },
    ]),
  )

const afterHours = (hours: number) => new Date(Date.now() + hours * HOUR)
const stateOf = (userId: string) =>
  sql<{ mailed: boolean; open: boolean }>(
    `select mailed, settled_at is null as open from notices
      where user_id = $1 and kind <> 'comment.mention' order by id`,
    [userId],
  )

describe('a mail', () => {
  test.each([
    [
      'en',
      '2 things for you from',
      'Clara asks you for something: Bring figures (by 1 February 2027)',
    ],
    ['de', '2 Dinge für Sie aus', 'Clara bittet Sie um etwas: Bring figures (bis 1. Februar 2027)'],
  ])('tells all that waits in the language of the reader: %s', async (locale, heading, line) => {
    const { partner } = world.viewers
    await sql('update users set locale = $2 where id = $1', [partner.userId, locale])
    await tell(partner.userId, 'Bring figures')
    await tell(partner.userId, 'Find a room')
    expect(await sendDueLetter(partner.userId, new Date())).toBe(false)
    expect(await sendDueLetter(partner.userId, afterHours(0.2))).toBe(true)
    expect(sink.mails.map(({ to }) => to)).toEqual([partner.email])
    const [mail] = sink.mails
    expect([...(mail?.parts.keys() ?? [])].sort()).toEqual(['text/html', 'text/plain'])
    for (const part of mail?.parts.values() ?? []) {
      expect(part).toContain(heading)
      expect(part).toContain('Find a room')
    }
    expect(mail?.parts.get('text/plain')).toContain(line)
    expect(mail?.parts.get('text/html')).toContain(`lang="${locale}"`)
    expect(mail?.parts.get('text/html')).not.toContain('<img')
    expect(mail?.parts.get('text/html')?.match(/border-radius:10px/g)).toHaveLength(1)
    expect(mail?.headers.get('content-language')).toBe(locale)
    expect(mail?.headers.get('list-unsubscribe')).toMatch(/^<http.*\/api\/letters\/[\w.-]+>$/)
    expect(mail?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  })

  test('is the only one of its day; the rest comes the next morning', async () => {
    const { userId } = world.viewers.partner
    await tell(userId, 'First')
    const noon = new Date(new Date(Date.now() + 48 * HOUR).setUTCHours(12, 0, 0, 0))
    await sql('update mailboxes set due_at = now() where user_id = $1', [userId])
    expect(await sendDueLetter(userId, noon)).toBe(true)
    await sql(`update mailboxes set mailed_at = now() where user_id = $1`, [userId])
    await tell(userId, 'Second')
    const [box] = await sql<{ hour: number; days: number }>(
      `select extract(hour from due_at at time zone r.time_zone)::int as hour,
          (due_at at time zone r.time_zone)::date - (now() at time zone r.time_zone)::date as days
        from mailboxes, regions r where user_id = $1 and r.id = $2`,
      [userId, world.own.id],
    )
    expect(box).toEqual({ hour: 7, days: 1 })
    expect(await sendOverdueLetters(new Date())).toBe(0)
    expect(await sendDueLetter(userId, afterHours(48))).toBe(true)
    expect(sink.mails.map((mail) => mail.parts.get('text/plain')?.includes('First'))).toEqual([
      true,
      false,
    ])
  })

  test('has its job as soon as what it tells is kept, and not otherwise', async () => {
    const { coordinator, partner } = world.viewers
    const jobs = () => sql(`select 1 from jobs.jobs where key = $1`, [`letter:${partner.userId}`])
    const undone = asViewer(coordinator, async (db) => {
      await notify(db, world.own.id, [
        { userId: partner.userId, kind: 'task.assigned', subject: 'x' },
      ])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await jobs()).toHaveLength(0)
    await tell(partner.userId, 'Kept')
    expect(await jobs()).toHaveLength(1)
  })

  test('tells nothing of a region that its reader has left, nor what they do not want', async () => {
    const { partner } = world.viewers
    await tell(partner.userId, 'Unwanted')
    await sql(
      `update mailboxes set unwanted = '{task.assigned,comment.mention}' where user_id = $1`,
      [partner.userId],
    )
    expect(await sendDueLetter(partner.userId, afterHours(1))).toBe(false)
    expect(await stateOf(partner.userId)).toEqual([{ mailed: false, open: false }])
    const { former } = world.viewers
    await tell(former.userId, 'Not any more')
    expect(await sendDueLetter(former.userId, afterHours(1))).toBe(false)
    expect(sink.mails).toEqual([])
  })
})

test('an address that is refused is paused, and the coordinators are told', async () => {
  const { partner, coordinator } = world.viewers
  await sql('update users set email = $2 where id = $1', [partner.userId, REFUSED])
  await tell(partner.userId, 'Lost')
  expect(await sendDueLetter(partner.userId, afterHours(1))).toBe(false)
  const [person] = await sql<{ paused: boolean }>(
    'select mail_paused_at is not null as paused from users where id = $1',
    [partner.userId],
  )
  expect(person?.paused).toBe(true)
  expect(await sendDueLetter(coordinator.userId, afterHours(1))).toBe(true)
  expect(sink.mails[0]?.parts.get('text/plain')).toContain('comes back')
  await sql('delete from users where id = $1', [partner.userId])
})

test('what people were told is let go of after 90 days', async () => {
  const { userId } = world.viewers.partner
  await tell(userId, 'Old')
  await eraseOldNotices(afterHours(24 * 89))
  expect(await stateOf(userId)).toHaveLength(1)
  await eraseOldNotices(afterHours(24 * 91))
  expect(await stateOf(userId)).toHaveLength(0)
})

test('mails stop by the secret of a mail, and by no other', async () => {
  const { userId } = world.viewers.partner
  await tell(userId, 'One too many')
  const token = stopToken(userId)
  expect(await stopLetters(token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'))).toBe(false)
  expect(await stopLetters(`${world.viewers.coordinator.userId}.${token.split('.')[1]}`)).toBe(
    false,
  )
  expect(await stopLetters('')).toBe(false)
  expect(await stopLetters(token)).toBe(true)
  expect(await sendDueLetter(userId, afterHours(1))).toBe(false)
  expect(sink.mails).toEqual([])
})
