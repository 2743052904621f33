import { beforeEach, describe, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import { remindEverywhere } from '@/lib/jobs/remind'
import { createWorld, type World } from '../support/cast'
import { insert, sql } from '../support/owner'

/** A Wednesday, so that nobody's weekly summary is due. */
const MORNING = new Date('2027-03-10T06:30:00Z')
const DAY = 86_400_000

let world: World
beforeEach(async () => {
  await sql('delete from notices')
  await sql('update regions set archived_at = now()')
  world = await createWorld()
  await sql(`update regions set time_zone = 'Europe/Vienna' where id = $1`, [world.own.id])
  await sql('delete from notices')
  await sql('update tasks set archived_at = now()')
})

async function addTask(due: string, more: object = {}, part: object | null = {}) {
  const [region_id, id] = [world.own.id, uuid()]
  await insert('tasks', {
    ...{
      region_id,
      id,
      title: 'Bring figures',
      due_on: due,
      for_kind: part ? 'partners' : 'coordinator',
    },
    ...more,
  })
  if (part)
    await insert('task_partners', {
      region_id,
      task_id: id,
      partner_id: world.own.partner,
      ...part,
    })
  return id
}

const told = (kind: string) =>
  sql<{ userId: string; facts: Record<string, string> }>(
    `select user_id as "userId", facts from notices where kind = $1 order by user_id`,
    [kind],
  )
const peopleTold = async () => (await told('task.reminder')).map(({ userId }) => userId)

describe('a reminder', () => {
  test.each([
    ['2027-04-09', '30 days before', 1],
    ['2027-04-08', '29 days before', 0],
    ['2027-03-17', 'a week before', 1],
    ['2027-03-11', 'the day before', 1],
    ['2027-03-10', 'on the day', 0],
    ['2027-03-09', 'when it is late', 1],
    ['2027-03-08', 'on the days after', 0],
    ['2027-03-02', 'each week that it is late', 1],
  ])('of what is due on %s: %s', async (due, _, count) => {
    await addTask(due)
    await remindEverywhere(MORNING)
    expect(await peopleTold()).toHaveLength(count)
  })

  test('comes in the morning of the region, and once however often it is looked at', async () => {
    await addTask('2027-03-11')
    expect(await remindEverywhere(new Date('2027-03-10T04:30:00Z'))).toBe(0)
    expect(await remindEverywhere(MORNING)).toBe(1)
    expect(await remindEverywhere(new Date('2027-03-10T07:30:00Z'))).toBe(0)
    expect(await remindEverywhere(new Date('2027-03-10T08:30:00Z'))).toBe(0)
    expect(await peopleTold()).toHaveLength(1)
    expect((await sql('select 1 from mailboxes where due_at is not null')).length).toBeGreaterThan(
      0,
    )
  })

  test('is for those whose move is next', async () => {
    const { partner, coordinator } = world.viewers
    await addTask('2027-03-11')
    await addTask('2027-03-11', {}, { state: 'submitted' })
    await addTask('2027-03-11', { state: 'done' }, { state: 'done' })
    await addTask('2027-03-11', { archived_at: '2027-01-01' })
    await remindEverywhere(MORNING)
    expect(await peopleTold()).toEqual([partner.userId])
    await addTask('2027-03-11', { assignee_id: coordinator.userId }, null)
    await remindEverywhere(MORNING)
    expect((await peopleTold()).sort()).toEqual([partner.userId, coordinator.userId].sort())
  })

  test('is for an organisation whose item or milestone is due', async () => {
    const owner = { owner_kind: 'partner', owner_partner: world.own.partner }
    const place = { region_id: world.own.id, step: 'purpose' }
    await sql('delete from ticks where region_id = $1', [world.own.id])
    await sql('delete from milestones where region_id = $1', [world.own.id])
    await insert('ticks', {
      ...place,
      item: 'purpose.checklist.gap-question-written',
      due_on: '2027-03-11',
      ...owner,
    })
    await insert('milestones', {
      ...place,
      milestone: 'purpose.milestones.purpose-agreed',
      planned_on: '2027-03-11',
      ...owner,
    })
    await remindEverywhere(MORNING)
    expect(await peopleTold()).toEqual(Array(2).fill(world.viewers.partner.userId))
  })
})

describe('the weekly summary', () => {
  const monday = new Date('2027-03-15T06:30:00Z')

  test('tells coordinators on their day what changed, what waits and what is late', async () => {
    const { coordinator } = world.viewers
    await addTask('2027-01-01')
    await addTask('2027-12-01', { state: 'submitted', title: 'Look here' }, { state: 'submitted' })
    await remindEverywhere(MORNING)
    expect(await told('digest')).toEqual([])
    await remindEverywhere(monday)
    await remindEverywhere(new Date(monday.getTime() + DAY))
    expect(await told('digest')).toEqual([
      {
        userId: coordinator.userId,
        facts: { changed: '0', waits: '1', late: '1', text: 'Bring figures · Look here' },
      },
    ])
  })

  test('does not come when nothing has happened, nor to who does not want it', async () => {
    await remindEverywhere(monday)
    expect(await told('digest')).toEqual([])
    await addTask('2027-01-01')
    await insert('mailboxes', { user_id: world.viewers.coordinator.userId, digest_day: 0 })
    await remindEverywhere(monday)
    expect(await told('digest')).toEqual([])
  })
})
