import { beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/rules'
import { tickItem } from '@/lib/journey/ticks'
import { undoEntry } from '@/lib/journey/undo/data'
import { listMyWork } from '@/lib/my/data'
import { addTask, changeTask, declineProposal } from '@/lib/tasks/changes'
import { getTask, listTasks } from '@/lib/tasks/data'
import { moveTask } from '@/lib/tasks/moves'
import { type MoveTask, taskFilterSchema } from '@/lib/tasks/schema'
import { changeTasks } from '@/lib/tasks/several'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { sql } from '../support/owner'

const item = 'purpose.checklist.framework-links-noted'
const content = { title: 'Look up the strategy', doneWhen: '', link: '', dueOn: '2031-02-03' }
const nothing = { note: '', link: '', reason: '', day: null }

let world: World
beforeEach(async () => {
  world = await createWorld()
})

function give(more: Partial<Parameters<typeof addTask>[1]> = {}) {
  const { own, viewers } = world
  return addTask(viewers.coordinator, {
    ...{ regionId: own.id, ...content, serves: item, forWhom: 'partners', partners: [own.partner] },
    ...{ person: '', skipCheck: false, repeatMonths: null, ...more },
  })
}

const read = async (id: string) =>
  (await getTask(world.viewers.coordinator, world.own.slug, id, 'en')).task

async function move(
  viewer: Viewer,
  id: string,
  wanted: MoveTask['move'],
  more: Partial<MoveTask> = {},
) {
  const { own } = world
  const partner = more.partner ?? own.partner
  const task = await read(id)
  const part = task.parts.find(({ partnerId }) => partnerId === partner)
  const version = partner ? (part?.version ?? 0) : task.version
  const input = { regionId: own.id, id, partner, move: wanted, ...nothing, version, ...more }
  return moveTask(viewer, input)
}

/** The last act on a task: what its page offers to take back. */
async function lastOf(id: string) {
  const [entry] = await sql<{ id: string; batch: string | null }>(
    `select id, batch from activities where region_id = $1 and subject = $2 order by id desc limit 1`,
    [world.own.id, id],
  )
  return entry?.batch ?? entry?.id ?? ''
}

const undo = async (viewer: Viewer, id: string) =>
  undoEntry(viewer, { regionId: world.own.id, entry: await lastOf(id) })

const kindsOf = async (id: string) => {
  const { activity } = await getTask(world.viewers.observer, world.own.slug, id, 'en')
  return activity.map(({ kind }) => kind).reverse()
}

const waitingOf = (id: string) =>
  sql<{ kind: string }>(
    'select kind from notices where subject = $1 and settled_at is null order by created_at, id',
    [id],
  )

const evidenceOf = () =>
  sql<{ words: string }>(
    'select words from evidence where region_id = $1 and entry = $2 and removed_at is null',
    [world.own.id, item],
  )

describe('what somebody did about a task is taken back', () => {
  test('as it was before, with the words, as one entry of its own', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give()
    await move(partner, id, 'tick', { note: 'A first try.' })
    await move(coordinator, id, 'again', { reason: 'A page is missing.' })
    const before = await read(id)
    await move(partner, id, 'tick', { note: 'Here it is.' })
    await undo(partner, id)
    const after = await read(id)
    const version = expect.any(Number) as number
    expect(after).toEqual({ ...before, parts: before.parts.map((part) => ({ ...part, version })) })
    expect((await kindsOf(id)).slice(-2)).toEqual(['task.submitted', 'task.undone'])
  })

  test('with the evidence and the next one that a done task had made', async () => {
    const { partner } = world.viewers
    const { id } = await give({ skipCheck: true, repeatMonths: 6 })
    await move(partner, id, 'tick', { note: 'It stands in chapter four.' })
    expect(await evidenceOf()).toHaveLength(1)
    const open = () => listTasks(partner, world.own.slug, 'en', taskFilterSchema.parse({}))
    const titled = async () => (await open()).tasks.filter(({ title }) => title === content.title)
    expect((await titled()).map((task) => task.id)).not.toContain(id)
    await undo(partner, id)
    expect((await read(id)).state).toBe('open')
    expect(await evidenceOf()).toEqual([])
    expect((await titled()).map((task) => task.id)).toEqual([id])
    await move(partner, id, 'tick', { note: 'It stands in chapter five.' })
    expect(await titled()).toHaveLength(1)
    expect((await evidenceOf())[0]?.words).toContain('chapter five')
  })

  test('and evidence stays that a tick has been built on since', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give({ skipCheck: true })
    await move(partner, id, 'tick', { note: 'It stands in chapter four.' })
    const { id: regionId } = world.own
    await tickItem(coordinator, { regionId, item, state: 'done', reason: '', version: 0 })
    await undo(partner, id)
    expect((await read(id)).state).toBe('open')
    expect(await evidenceOf()).toHaveLength(1)
  })

  test('and mails about it that have not gone go with it, others stay', async () => {
    const { partner } = world.viewers
    const { id } = await give()
    await move(partner, id, 'tick')
    expect((await waitingOf(id)).map(({ kind }) => kind)).toEqual([
      'task.assigned',
      'task.submitted',
    ])
    await undo(partner, id)
    expect((await waitingOf(id)).map(({ kind }) => kind)).toEqual(['task.assigned'])
    await move(partner, id, 'tick')
    await sql('update notices set settled_at = now(), mailed = true where subject = $1', [id])
    await undo(partner, id)
    const [sent] = await sql<{ count: string }>(
      `select count(*) from notices where subject = $1 and kind = 'task.submitted'`,
      [id],
    )
    expect(sent?.count).toBe('1')
  })

  test('where any partner may do it, without a trace of the part', async () => {
    const { partner } = world.viewers
    const { id } = await give({ forWhom: 'any-partner', partners: [] })
    await move(partner, id, 'tick')
    expect((await read(id)).parts).toHaveLength(1)
    await undo(partner, id)
    expect(await read(id)).toMatchObject({ state: 'open', parts: [] })
  })

  test('of a coordinator: accepting, opening again, giving more time, declining', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give()
    await move(partner, id, 'tick')
    await move(coordinator, id, 'accept')
    await undo(coordinator, id)
    expect((await read(id)).state).toBe('submitted')
    await move(coordinator, id, 'reopen')
    await undo(coordinator, id)
    expect((await read(id)).state).toBe('submitted')
    await move(coordinator, id, 'reopen')
    await move(partner, id, 'later', { day: '2031-05-01' })
    await move(coordinator, id, 'grant')
    expect((await read(id)).dueOn).toBe('2031-05-01')
    await undo(coordinator, id)
    expect(await read(id)).toMatchObject({ dueOn: '2031-02-03', state: 'handed_back' })
    const which = { regionId: world.own.id, id: world.own.proposal, version: 1 }
    await declineProposal(coordinator, { ...which, reason: 'Not this year' })
    await undo(coordinator, world.own.proposal)
    expect((await read(world.own.proposal)).state).toBe('proposed')
  })

  test('of the coordinators’ own, with the word about it', async () => {
    const { coordinator } = world.viewers
    const { id } = await give({ forWhom: 'coordinator', partners: [] })
    await move(coordinator, id, 'tick', { partner: '', note: 'Done by phone.' })
    expect(await read(id)).toMatchObject({ state: 'done', word: 'Done by phone.' })
    await undo(coordinator, id)
    expect(await read(id)).toMatchObject({ state: 'open', word: '', doneOn: null })
  })

  test('is offered where the person’s work is', async () => {
    const { partner } = world.viewers
    const { id } = await give()
    await move(partner, id, 'tick')
    const titles = async () => (await listMyWork(partner, 'en')).justDone.map(({ title }) => title)
    expect(await titles()).toEqual([content.title])
    await undo(partner, id)
    expect(await titles()).toEqual([])
  })
})

describe('several that were changed at once are taken back as one', () => {
  const several = { months: 6, dueOn: null, state: 'done' } as const

  async function change(what: Parameters<typeof changeTasks>[1]['what'], ids: string[]) {
    const tasks = await Promise.all(ids.map(read))
    const input = { regionId: world.own.id, tasks, ...several, what }
    await changeTasks(world.viewers.coordinator, input)
    const [entry] = await sql<{ batch: string }>(
      `select batch from activities where region_id = $1 and batch is not null order by id desc limit 1`,
      [world.own.id],
    )
    return { regionId: world.own.id, entry: entry?.batch ?? '' }
  }

  test.each(['dueOn', 'state', 'archive'] as const)('%s', async (what) => {
    const { coordinator, partner } = world.viewers
    const ids = [(await give()).id, (await give({ repeatMonths: 6 })).id]
    await move(partner, ids[0] ?? '', 'tick', { note: 'Half of it.' })
    const before = await Promise.all(ids.map(read))
    const batch = await change(what, ids)
    const { justDone } = await listMyWork(coordinator, 'en')
    expect(justDone.map(({ more }) => more)).toEqual([1])
    await undoEntry(coordinator, batch)
    const version = expect.any(Number) as number
    const same = before.map((task) => ({
      ...{ ...task, version },
      parts: task.parts.map((part) => ({ ...part, version })),
    }))
    expect(await Promise.all(ids.map(read))).toEqual(same)
    expect(await evidenceOf()).toEqual([])
    expect(await denialOf(undoEntry(coordinator, batch))).toBe('conflict: undone')
  })

  test('copies are set aside, all or none', async () => {
    const { coordinator } = world.viewers
    const { id } = await give()
    const listed = async () => {
      const found = await listTasks(coordinator, world.own.slug, 'en', taskFilterSchema.parse({}))
      return found.tasks.filter(({ title }) => title === content.title)
    }
    await undoEntry(coordinator, await change('copy', [id]))
    expect(await listed()).toHaveLength(1)
    const batch = await change('copy', [id])
    const copy = (await listed()).find((task) => task.id !== id)
    await move(world.viewers.partner, copy?.id ?? '', 'tick')
    expect(await denialOf(undoEntry(coordinator, batch))).toBe('conflict: changedSince')
  })
})

describe('it is refused', () => {
  test('once somebody has moved the same part, and stands with what others did elsewhere', async () => {
    const { coordinator, partner } = world.viewers
    const { own } = world
    const { id } = await give({ partners: [own.partner, own.otherPartner] })
    await move(partner, id, 'tick')
    const entry = await lastOf(id)
    await move(coordinator, id, 'tick', { partner: own.otherPartner })
    await undoEntry(partner, { regionId: own.id, entry })
    expect((await read(id)).parts.map(({ state }) => state).sort()).toEqual(['done', 'open'])
    await move(partner, id, 'tick')
    const again = await lastOf(id)
    await move(coordinator, id, 'accept')
    const late = undoEntry(partner, { regionId: own.id, entry: again })
    expect(await denialOf(late)).toBe('conflict: changedSince')
  })

  test('once the task says something else', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give()
    await move(partner, id, 'tick')
    const entry = await lastOf(id)
    const { version } = await read(id)
    const { own } = world
    await changeTask(coordinator, {
      ...{ regionId: own.id, id, version, ...content, serves: item, title: 'Another' },
      ...{ forWhom: 'partners', partners: [own.partner], person: '', skipCheck: false },
      repeatMonths: null,
    })
    const late = undoEntry(partner, { regionId: own.id, entry })
    expect(await denialOf(late)).toBe('conflict: changedSince')
  })

  test('to everybody else, and after ten minutes', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give()
    await move(partner, id, 'tick')
    const entry = { regionId: world.own.id, entry: await lastOf(id) }
    expect(await denialOf(undoEntry(coordinator, entry))).toBe('forbidden')
    await sql(`update activities set at = at - interval '11 minutes' where id = $1`, [entry.entry])
    expect(await denialOf(undoEntry(partner, entry))).toBe('forbidden: undoTooLate')
  })
})
