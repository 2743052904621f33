import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/rules'
import { addComment, editComment, removeComment, settleQuestion } from '@/lib/comments/changes'
import { Denial } from '@/lib/errors'
import { follow, markNewsSeen } from '@/lib/follows/changes'
import { getHandOver } from '@/lib/handover/data'
import { sendDueLetter } from '@/lib/jobs/send-letters'
import { getEntry } from '@/lib/journey/entry'
import { markMilestone } from '@/lib/journey/milestones'
import { planItem, tickItem } from '@/lib/journey/ticks'
import { listMyWork } from '@/lib/my/data'
import { GATHER_MINUTES } from '@/lib/notices/rules'
import { createWorld, viewerOf, type World } from '../support/cast'
import { sql } from '../support/owner'

const item = 'purpose.checklist.gap-question-written'
const milestone = 'purpose.milestones.purpose-agreed'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof Denial) return error.message
      throw error
    },
  )

function say(viewer: Viewer, text: string, more: { asks?: boolean; tell?: string[] } = {}) {
  const { id: regionId } = world.own
  return addComment(viewer, { regionId, subject: item, text, asks: false, tell: [], ...more })
}

async function readThread(viewer: Viewer) {
  const entry = await getEntry(viewer, world.own.slug, 'purpose', item.slice(8), 'en')
  // The first comment is part of the scene.
  return entry.comments.slice(1)
}

async function lastOf(viewer: Viewer) {
  const last = (await readThread(viewer)).at(-1)
  if (!last) throw new Error('The thread has no comment.')
  return last
}

const which = ({ id, version }: { id: string; version: number }) => ({
  ...{ regionId: world.own.id, id, version },
})

describe('a comment', () => {
  test('is read by everybody who sees the region, in the order of writing', async () => {
    const { coordinator, partner, staff, observer } = world.viewers
    await say(coordinator, 'First <b>words</b>\nand a line')
    await say(partner, 'Second')
    await say(staff, 'Third')
    const seen = await readThread(observer)
    expect(seen.map(({ text, author, authorRole }) => [text, author, authorRole])).toEqual([
      ['First <b>words</b>\nand a line', 'Clara', 'coordinator'],
      ['Second', 'Pavel', 'partner'],
      // Members do not see who works for the programme.
      ['Third', null, 'staff'],
    ])
  })

  test('belongs to an item or milestone of the region', async () => {
    const subject = 'purpose.checklist.no-such-item'
    const { id: regionId } = world.own
    const refused = addComment(world.viewers.coordinator, {
      ...{ regionId, subject, text: 'Hello', asks: false, tell: [] },
    })
    expect(await outcomeOf(refused)).toBe('not-found')
  })

  test('also belongs to what a region added itself', async () => {
    const { id: regionId } = world.own
    const [own] = await sql<{ id: string }>('select id from own_entries where region_id = $1', [
      regionId,
    ])
    const added = addComment(world.viewers.partner, {
      ...{ regionId, subject: own?.id ?? '', text: 'Hello', asks: false, tell: [] },
    })
    expect(await outcomeOf(added)).toBe('ok')
  })

  test('is corrected by its author for a quarter of an hour', async () => {
    const { partner, coordinator } = world.viewers
    await say(partner, 'Thrusday')
    const comment = await lastOf(partner)
    const edit = (viewer: Viewer, version: number) =>
      editComment(viewer, { ...which(comment), version, text: 'Thursday', asks: false })
    expect(await outcomeOf(edit(coordinator, 1))).toBe('forbidden')
    expect(await outcomeOf(edit(partner, 7))).toBe('conflict')
    expect(await outcomeOf(edit(partner, 1))).toBe('ok')
    await sql(`update comments set created_at = created_at - interval '15 minutes' where id = $1`, [
      comment.id,
    ])
    expect(await outcomeOf(edit(partner, 2))).toBe('forbidden')
    expect((await lastOf(partner)).text).toBe('Thursday')
  })

  test('leaves its place and no words when it is removed', async () => {
    const { partner, coordinator, staff } = world.viewers
    await say(partner, 'Something private')
    const comment = await lastOf(partner)
    expect(await outcomeOf(removeComment(staff, which(comment)))).toBe('forbidden')
    expect(await outcomeOf(removeComment(coordinator, which(comment)))).toBe('ok')
    const left = await lastOf(partner)
    expect([left.text, left.removedAt !== null]).toEqual(['', true])
    const kept = await sql(
      `select 1 from activities where region_id = $1 and
      (coalesce(before::text, '') || coalesce(after::text, '')) like '%private%'`,
      [world.own.id],
    )
    expect(kept).toEqual([])
  })

  test('of somebody who was erased stays without a name', async () => {
    await say(world.viewers.partner, 'Words that stay')
    await sql('delete from users where id = $1', [world.viewers.partner.userId])
    const { text, author, authorId } = await lastOf(world.viewers.coordinator)
    expect([text, author, authorId]).toEqual(['Words that stay', null, null])
  })
})

describe('a question', () => {
  test('is answered by the next words of somebody else, and open again without them', async () => {
    const { partner, coordinator } = world.viewers
    const isWaiting = async () => (await readThread(partner))[0]?.answeredAt === null
    await say(coordinator, 'Who has the numbers?', { asks: true })
    await say(coordinator, 'I mean those of last year.')
    expect(await isWaiting()).toBe(true)
    await say(partner, 'Which region?', { asks: true })
    expect(await isWaiting()).toBe(true)
    await say(partner, 'We have them.')
    expect(await isWaiting()).toBe(false)
    await removeComment(partner, which(await lastOf(partner)))
    expect(await isWaiting()).toBe(true)
  })

  test('of somebody by name is not answered by anybody else', async () => {
    const { partner, coordinator, observer } = world.viewers
    const isWaiting = async () => (await readThread(partner))[0]?.answeredAt === null
    await say(coordinator, 'Who has the numbers?', { asks: true, tell: [observer.userId] })
    const question = which(await lastOf(coordinator))
    await say(partner, 'It has been raining.')
    expect(await isWaiting()).toBe(true)
    await removeComment(coordinator, question)
  })

  test('is marked as answered, once', async () => {
    const { partner, coordinator } = world.viewers
    await say(coordinator, 'Who has the numbers?', { asks: true })
    const settle = { ...which(await lastOf(partner)), answered: 'yes' as const }
    expect(await outcomeOf(settleQuestion(partner, settle))).toBe('ok')
    expect(await outcomeOf(settleQuestion(partner, { ...settle, version: 2 }))).toBe('conflict')
    expect((await lastOf(partner)).answeredAt).not.toBeNull()
  })
})

describe('people who are told', () => {
  const mailsTo = async (address: string, userId: string) => {
    await sendDueLetter(userId, new Date(Date.now() + GATHER_MINUTES * 60_000 + 1000))
    const folder = join(process.env.DATA_DIR ?? '', 'outbox')
    const names = await readdir(folder).catch(() => [])
    const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
    return mails
      .map((mail) => JSON.parse(mail) as { to: string; subject: string; text: string })
      .filter(({ to }) => to === address)
  }

  test('get a mail in their language and find it among the news, until they have read it', async () => {
    const { coordinator, partner } = world.viewers
    await sql(`update users set locale = 'de' where id = $1`, [partner.userId])
    await say(coordinator, 'Please look at the numbers.', { tell: [partner.userId] })
    const [mail] = await mailsTo(partner.email, partner.userId)
    expect(mail?.subject).toContain('Clara wendet sich an Sie')
    expect(mail?.text).toContain('Please look at the numbers.')
    expect(mail?.text).toContain(
      `/regions/${world.own.slug}/steps/purpose/checklist.gap-question-written#comments`,
    )
    const { news } = await listMyWork(partner, 'en')
    expect(news.mentions.map(({ text, author }) => [author, text])).toEqual([
      ['Clara', 'Please look at the numbers.'],
    ])
    await markNewsSeen(partner, { until: new Date().toISOString() })
    expect((await listMyWork(partner, 'en')).news.mentions).toEqual([])
  })

  test('are never strangers, former members or people of another region', async () => {
    const { coordinator, outsider, former } = world.viewers
    for (const { userId } of [outsider, former]) {
      const refused = say(coordinator, 'Hello', { tell: [userId] })
      expect(await outcomeOf(refused)).toBe('invalid: tell:people')
    }
    expect(await readThread(coordinator)).toEqual([])
  })

  test('are staff only where they have written', async () => {
    const { partner, staff } = world.viewers
    const told = () => outcomeOf(say(partner, 'Thank you', { tell: [staff.userId] }))
    expect(await told()).toBe('invalid: tell:people')
    await say(staff, 'How did you do that?')
    expect(await told()).toBe('ok')
    expect(await mailsTo(staff.email, staff.userId)).toHaveLength(1)
  })

  test('see nothing of it once they have left', async () => {
    const { coordinator, partner } = world.viewers
    await follow(partner, { regionId: world.own.id, step: '', following: 'yes' })
    await say(coordinator, 'For members only', { tell: [partner.userId] })
    await sql('delete from members where user_id = $1', [partner.userId])
    const { news } = await listMyWork(await viewerOf(partner.userId), 'en')
    expect([news.mentions, news.followed, news.listens]).toEqual([[], [], false])
  })
})

describe('following', () => {
  const told = async (viewer: Viewer) => {
    const { news } = await listMyWork(viewer, 'en')
    return news.followed.flatMap(({ entries }) => entries.map(({ kind, step }) => [kind, step]))
  }

  test('tells what others did in that step since one last looked, and nothing of oneself', async () => {
    const { coordinator, partner } = world.viewers
    const { id: regionId } = world.own
    await follow(coordinator, { regionId, step: 'purpose', following: 'yes' })
    await follow(partner, { regionId, step: 'purpose', following: 'yes' })
    // Ids sort by the millisecond; what the scene began with is no news.
    await sql('delete from activities')
    await sql(`update follows set created_at = created_at - interval '1 second'`)
    await tickItem(coordinator, { regionId, item, state: 'done', reason: '', version: 0 })
    expect(await told(partner)).toEqual([
      ['step.changed', 'purpose'],
      ['tick.changed', 'purpose'],
    ])
    expect(await told(coordinator)).toEqual([])
    await markNewsSeen(partner, { until: new Date().toISOString() })
    expect(await told(partner)).toEqual([])
  })

  test('of a region covers all its steps and tells each thing once', async () => {
    const { coordinator, observer } = world.viewers
    const { id: regionId } = world.own
    for (const step of ['', 'purpose']) await follow(observer, { regionId, step, following: 'yes' })
    await sql(`update follows set created_at = created_at - interval '1 second'`)
    await markMilestone(coordinator, { regionId, milestone, state: 'planned', version: 0 })
    const kinds = (await told(observer)).map(([kind]) => kind)
    expect(kinds.filter((kind) => kind === 'milestone.changed')).toHaveLength(1)
    for (const step of ['', 'purpose']) await follow(observer, { regionId, step, following: 'no' })
    expect(await told(observer)).toEqual([])
  })

  test('knows no step that the guidebook lacks', async () => {
    const { id: regionId } = world.own
    const refused = follow(world.viewers.partner, { regionId, step: 'nowhere', following: 'yes' })
    expect(await outcomeOf(refused)).toBe('not-found')
  })
})

test('the database itself keeps the words of others and what they follow apart', async () => {
  const { asViewer } = await import('@/lib/db/as-viewer')
  const { partner, observer, coordinator } = world.viewers
  const { id: regionId, comment: id } = world.own
  const alter = (viewer: Viewer) =>
    asViewer(viewer, (db) =>
      db.comment.updateMany({ where: { regionId, id }, data: { text: 'x' } }),
    )
  await expect(alter(partner)).rejects.toThrow('words of others')
  await expect(alter(coordinator)).rejects.toThrow('words of others')
  expect(await alter(observer)).toEqual({ count: 0 })
  expect(await asViewer(coordinator, (db) => db.follow.count())).toBe(0)
})

describe('the hand-over page', () => {
  const load = (viewer: Viewer) => getHandOver(viewer, world.own.slug, 'en')

  test('tells promises by owner, the most urgent first, and what waits for an answer', async () => {
    const { coordinator, observer } = world.viewers
    const { id: regionId, partner } = world.own
    await planItem(coordinator, {
      ...{ regionId, item, dueOn: '2026-01-01', note: '', version: 0 },
      owner: { kind: 'partner', partnerId: partner },
    })
    const { promises, questions } = await load(observer)
    expect(promises[0]?.owner).toEqual({ kind: 'partner', partnerId: partner })
    expect(promises[0]?.entries.map(({ id, dueOn }) => [id, dueOn])).toEqual([[item, '2026-01-01']])
    expect(promises.every(({ owner }) => owner.kind !== 'coordinator')).toBe(true)
    // The scene's own question.
    expect(questions.map(({ text }) => text)).toEqual([world.own.mark])
    const settle = { regionId, id: world.own.comment, version: 1, answered: 'yes' as const }
    await settleQuestion(coordinator, settle)
    expect((await load(observer)).questions).toEqual([])
  })

  test('tells what was decided with its reason, and nothing older than ninety days', async () => {
    const { coordinator } = world.viewers
    const { id: regionId } = world.own
    await markMilestone(coordinator, { regionId, milestone, state: 'reached', version: 0 })
    await markMilestone(coordinator, { regionId, milestone, state: 'reached', version: 1 })
    const kinds = async () => (await load(coordinator)).decisions.map(({ subject }) => subject)
    expect((await kinds()).filter((subject) => subject === milestone)).toHaveLength(1)
    await sql(`update activities set at = at - interval '95 days' where region_id = $1`, [regionId])
    expect(await kinds()).toEqual([])
  })

  test('gives addresses to those who have to reach people, and to nobody else', async () => {
    const { coordinator, partner, observer } = world.viewers
    const addresses = async (viewer: Viewer) =>
      (await load(viewer)).people.map(({ email }) => email)
    expect(await addresses(coordinator)).toContain(partner.email)
    for (const viewer of [partner, observer]) {
      expect((await addresses(viewer)).every((email) => email === null)).toBe(true)
    }
  })
})
