import { beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/rules'
import { Denial } from '@/lib/errors'
import { listMyWork } from '@/lib/my/data'
import {
  addTask,
  changeTask,
  declineProposal,
  proposeTask,
  takeProposal,
} from '@/lib/tasks/changes'
import { getTask, listTasks } from '@/lib/tasks/data'
import { moveTask } from '@/lib/tasks/moves'
import type { MoveTask } from '@/lib/tasks/schema'
import { taskFilterSchema } from '@/lib/tasks/schema'
import { changeTasks } from '@/lib/tasks/several'
import { takeSuggested } from '@/lib/tasks/suggested'
import { createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'

const item = 'purpose.checklist.framework-links-noted'
const content = { title: 'Look up the strategy', doneWhen: '', link: '', dueOn: '2031-02-03' }
const nothing = { note: '', link: '', reason: '', day: null }

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

function give(more: Partial<Parameters<typeof addTask>[1]> = {}) {
  const { own, viewers } = world
  return addTask(viewers.coordinator, {
    ...{ regionId: own.id, ...content, serves: item, forWhom: 'partners', partners: [own.partner] },
    ...{ person: '', skipCheck: false, repeatMonths: null, ...more },
  })
}

async function read(id: string) {
  const { task } = await getTask(world.viewers.observer, world.own.slug, id, 'en')
  return task
}

async function move(
  viewer: Viewer,
  id: string,
  wanted: MoveTask['move'],
  more: Partial<MoveTask> = {},
) {
  const { own } = world
  const part = (await read(id)).parts.find(({ partnerId }) => partnerId === own.partner)
  return moveTask(viewer, {
    ...{ regionId: own.id, id, partner: own.partner, move: wanted, ...nothing },
    ...{ version: part?.version ?? 0, ...more },
  })
}

const evidenceOf = (entry: string) =>
  sql<{ words: string; url: string }>(
    'select words, url from evidence where region_id = $1 and entry = $2',
    [world.own.id, entry],
  )

const kindsOf = async (id: string) => {
  const { activity } = await getTask(world.viewers.observer, world.own.slug, id, 'en')
  return activity.map(({ kind }) => kind).reverse()
}

describe('a task that is ticked off', () => {
  test('waits for a coordinator, and once accepted shows what its item asks for', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give()
    await move(partner, id, 'tick', { note: 'It stands in chapter four.' })
    expect((await read(id)).state).toBe('submitted')
    expect(await evidenceOf(item)).toEqual([])
    await move(coordinator, id, 'accept')
    expect((await read(id)).state).toBe('done')
    const [piece] = await evidenceOf(item)
    expect(piece?.words).toBe(`${world.own.mark} business: It stands in chapter four.`)
    expect(await kindsOf(id)).toEqual(['task.added', 'task.submitted', 'task.done'])
  })

  test('is told to those who have the next move, and to nobody about themselves', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give()
    await move(partner, id, 'tick')
    await move(coordinator, id, 'again', { reason: 'The page is missing.' })
    const told = await sql<{ kind: string; user_id: string }>(
      'select kind, user_id from notices where subject = $1 order by created_at, id',
      [id],
    )
    expect(told.map(({ kind, user_id }) => [kind, user_id])).toEqual([
      ['task.assigned', partner.userId],
      ['task.submitted', coordinator.userId],
      ['task.handed-back', partner.userId],
    ])
  })

  test('is done at once where no check is wanted', async () => {
    const { id } = await give({ skipCheck: true })
    await move(world.viewers.partner, id, 'tick', { link: 'https://city.example/strategy' })
    expect((await read(id)).state).toBe('done')
    expect((await evidenceOf(item))[0]?.url).toBe('https://city.example/strategy')
  })

  test('is asked for again with a reason, and never without one', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give()
    await move(partner, id, 'tick')
    expect(await outcomeOf(move(coordinator, id, 'again'))).toBe('invalid: reason:reason')
    await move(coordinator, id, 'again', { reason: 'The page is missing.' })
    const { parts } = await read(id)
    expect(parts[0]).toMatchObject({ state: 'handed_back', back: 'again' })
    await move(partner, id, 'tick')
    expect((await read(id)).state).toBe('submitted')
  })

  test('is taken from nobody twice: who was slower is told', async () => {
    const { id } = await give()
    const late = { version: 1 }
    await move(world.viewers.partner, id, 'tick')
    expect(await outcomeOf(move(world.viewers.partner, id, 'tick', late))).toBe('conflict')
    expect(await outcomeOf(move(world.viewers.coordinator, id, 'accept', late))).toBe('conflict')
  })

  test('of several organisations is done when all of them are', async () => {
    const { coordinator, partner } = world.viewers
    const { own } = world
    const { id } = await give({ partners: [own.partner, own.otherPartner] })
    await move(partner, id, 'tick')
    await move(coordinator, id, 'accept')
    expect((await read(id)).state).toBe('open')
    await move(coordinator, id, 'tick', { partner: own.otherPartner, version: 1 })
    expect((await read(id)).state).toBe('done')
  })

  test('comes again where it repeats, once, with nothing done', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give({ repeatMonths: 6, skipCheck: true })
    await move(partner, id, 'tick')
    await move(coordinator, id, 'reopen')
    await move(partner, id, 'tick')
    const next = await sql<{ id: string; due_on: string; state: string }>(
      'select id, due_on::text, state from tasks where made_from_id = $1',
      [id],
    )
    expect(next.map(({ due_on, state }) => [due_on, state])).toEqual([['2031-08-03', 'open']])
    expect((await read(next[0]?.id ?? '')).parts[0]?.state).toBe('open')
  })
})

describe('a task that is handed back', () => {
  test('for later gets its day by one press', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give()
    expect(await outcomeOf(move(partner, id, 'later'))).toBe('invalid: day:required')
    await move(partner, id, 'later', { day: '2031-03-31' })
    expect((await read(id)).state).toBe('handed_back')
    await move(coordinator, id, 'grant')
    const { state, dueOn } = await read(id)
    expect([state, dueOn]).toEqual(['open', '2031-03-31'])
  })

  test('by one organisation can go to another', async () => {
    const { coordinator, partner } = world.viewers
    const { own } = world
    const { id } = await give()
    await move(partner, id, 'not_us', { reason: 'The library knows.' })
    const asking = {
      forWhom: 'partners',
      person: '',
      skipCheck: false,
      repeatMonths: null,
    } as const
    await changeTask(coordinator, {
      ...{ regionId: own.id, id, version: (await read(id)).version, ...content, serves: item },
      ...{ ...asking, partners: [own.otherPartner] },
    })
    const { state, parts } = await read(id)
    expect([state, parts.map(({ partnerId }) => partnerId)]).toEqual(['open', [own.otherPartner]])
  })
})

describe('what any partner may do', () => {
  test('is taken by who ticks it off first, and is then done', async () => {
    const { coordinator, partner } = world.viewers
    const { id } = await give({ forWhom: 'any-partner', partners: [] })
    await move(partner, id, 'tick', { note: 'Done by us.' })
    await move(coordinator, id, 'accept')
    const { state, parts } = await read(id)
    expect([state, parts.length]).toEqual(['done', 1])
  })

  test('of a sector is not another sector’s', async () => {
    const { partner } = world.viewers
    const { id } = await give({ forWhom: 'sector:public', partners: [] })
    expect(await outcomeOf(move(partner, id, 'tick'))).toBe('forbidden')
  })
})

test('a partner proposes, a coordinator takes it on, and it waits for the partner', async () => {
  const { coordinator, partner } = world.viewers
  const { own } = world
  const { id } = await proposeTask(partner, { regionId: own.id, ...content, serves: '' })
  expect(await outcomeOf(move(partner, id, 'tick'))).toBe('conflict')
  await takeProposal(coordinator, { regionId: own.id, id, version: 1 })
  const { tasks } = await listMyWork(partner, 'en')
  expect(tasks.map(({ task }) => task.id)).toContain(id)
})

describe('my work', () => {
  const waiting = async (viewer: Viewer) =>
    (await listMyWork(viewer, 'en')).tasks.map(({ task }) => task.id)

  test('shows a partner what waits for them, and a coordinator what waits for a check', async () => {
    const { coordinator, partner, observer } = world.viewers
    const { id } = await give()
    expect(await waiting(partner)).toContain(id)
    expect(await waiting(coordinator)).not.toContain(id)
    await move(partner, id, 'tick')
    expect(await waiting(partner)).not.toContain(id)
    expect(await waiting(coordinator)).toContain(id)
    expect(await waiting(observer)).toEqual([])
  })
})

describe('suggested tasks', () => {
  test('are taken over once, dated by weeks, and ask who usually does them', async () => {
    const { own, viewers } = world
    await sql(`update step_plans set starts_on = '2031-02-03' where region_id = $1`, [own.id])
    const take = (suggestion: string) =>
      takeSuggested(viewers.coordinator, { regionId: own.id, suggestion })
    const { id } = await take('purpose.tasks.draft-benefit-line')
    const { dueOn, parts } = await read(id)
    // Six weeks after the step's planned start; both organisations are engaged.
    expect([dueOn, parts.length]).toEqual(['2031-03-17', 2])
    const again = take('purpose.tasks.draft-benefit-line')
    expect(await outcomeOf(again)).toBe('conflict: taskTaken')
    const ris3 = await read((await take('purpose.tasks.check-ris3')).id)
    expect([ris3.forKind, ris3.forSector, ris3.entry]).toEqual(['sector', 'public', item])
  })
})

describe('several tasks at once', () => {
  test('are copied for another cycle with nothing done', async () => {
    const { own, viewers } = world
    const { id } = await give({ skipCheck: true })
    await move(viewers.partner, id, 'tick')
    const { version } = await read(id)
    await changeTasks(viewers.coordinator, {
      ...{ regionId: own.id, tasks: [{ id, version }], what: 'copy', months: 12 },
      ...{ dueOn: null, state: 'done' },
    })
    const filter = taskFilterSchema.parse({ q: content.title })
    const { tasks } = await listTasks(viewers.coordinator, own.slug, 'en', filter)
    expect(tasks.map(({ dueOn, state, parts }) => [dueOn, state, parts[0]?.state])).toEqual([
      ['2032-02-03', 'open', 'open'],
    ])
  })

  test('that are done leave their evidence and make the next, as one does', async () => {
    const { own, viewers } = world
    const { id } = await give({ repeatMonths: 6 })
    await move(viewers.partner, id, 'tick', { note: 'It stands in chapter four.' })
    const { version } = await read(id)
    await changeTasks(viewers.coordinator, {
      ...{ regionId: own.id, tasks: [{ id, version }], what: 'state', state: 'done' },
      ...{ dueOn: null, months: 0 },
    })
    expect((await evidenceOf(item))[0]?.words).toContain('It stands in chapter four.')
    const next = await sql('select state from tasks where made_from_id = $1', [id])
    expect(next).toEqual([{ state: 'open' }])
  })
})

describe('those who are asked hear of it', () => {
  const told = async () =>
    (
      await sql<{ kind: string }>(
        `select kind from notices where user_id = $1 and kind like 'task.%' order by created_at, id`,
        [world.viewers.partner.userId],
      )
    ).map(({ kind }) => kind)

  test('when a suggested task is taken over for each of them', async () => {
    const { own, viewers } = world
    const suggestion = 'purpose.tasks.draft-benefit-line'
    await takeSuggested(viewers.coordinator, { regionId: own.id, suggestion })
    expect(await told()).toEqual(['task.assigned'])
  })

  test('when their organisation is asked later than others, and once', async () => {
    const { own, viewers } = world
    const { id } = await give({ partners: [own.otherPartner] })
    const asking = {
      forWhom: 'partners',
      person: '',
      skipCheck: false,
      repeatMonths: null,
    } as const
    const change = async () =>
      changeTask(viewers.coordinator, {
        ...{ regionId: own.id, id, version: (await read(id)).version, ...content, serves: item },
        ...{ ...asking, partners: [own.partner, own.otherPartner] },
      })
    expect(await told()).toEqual([])
    await change()
    await change()
    expect(await told()).toEqual(['task.assigned'])
  })

  test('when tasks are copied for another cycle', async () => {
    const { own, viewers } = world
    const { id } = await give()
    await changeTasks(viewers.coordinator, {
      ...{ regionId: own.id, tasks: [{ id, version: 1 }], what: 'copy', months: 12 },
      ...{ dueOn: null, state: 'done' },
    })
    expect(await told()).toEqual(['task.assigned', 'task.assigned'])
  })

  test('when their proposal is declined, with the reason', async () => {
    const { own, viewers } = world
    const { id } = await proposeTask(viewers.partner, { regionId: own.id, ...content, serves: '' })
    await declineProposal(viewers.coordinator, {
      ...{ regionId: own.id, id, version: 1, reason: 'Not this year.' },
    })
    expect(await told()).toEqual(['task.declined'])
  })
})
