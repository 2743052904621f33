import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { withRequestKey } from '@/lib/auth/request-key'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import type { Guide } from '@/lib/guidebook/rules'
import { markMilestone } from '@/lib/journey/milestones'
import { planItem, tickItem } from '@/lib/journey/ticks'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { sql, takeSnapshot } from '../support/owner'

let world: World
let guide: Guide
/** A plain item and an essential one of the first step. */
let plain: string[]
let essential: string

beforeEach(async () => {
  world = await createWorld()
  guide = await getGuide(1, 'en')
  const items = guide.steps[0]?.items ?? []
  plain = items.filter((item) => !item.essential).map(({ id }) => id)
  essential = items.find((item) => item.essential)?.id ?? ''
})

const tick = (item: string, version = 0, state: 'open' | 'started' | 'done' = 'done') => ({
  ...{ regionId: world.own.id, item, state, reason: '', version },
})

describe('ticking an item', () => {
  test('writes tick, activity, step and summary together', async () => {
    const { own, viewers } = world
    await tickItem(viewers.coordinator, tick(essential))
    const [row] = await sql(
      'select state, version, updated_by_id from ticks where region_id = $1 and item = $2',
      [own.id, essential],
    )
    expect(row).toEqual({ state: 'done', version: 1, updated_by_id: viewers.coordinator.userId })
    const notes = await sql(
      `select kind, actor_id, subject, after->>'state' as state from activities
        where region_id = $1 order by id desc limit 2`,
      [own.id],
    )
    const { userId: actor_id } = viewers.coordinator
    expect(notes).toEqual([
      { kind: 'step.changed', actor_id, subject: guide.steps[0]?.slug, state: 'in_progress' },
      { kind: 'tick.changed', actor_id, subject: essential, state: 'done' },
    ])
    const [record] = await sql(
      'select state, progress from step_records where region_id = $1 and step = $2',
      [own.id, guide.steps[0]?.slug],
    )
    expect(record?.progress).toBeGreaterThan(0)
    const [summary] = await sql(
      'select state1, progress, last_entry_on from region_summaries where region_id = $1',
      [own.id],
    )
    expect(summary?.state1).toBe(record?.state)
    expect(summary?.progress[0]).toBe(record?.progress)
    expect(summary?.last_entry_on).not.toBeNull()
  })

  test('leaves nothing behind when its last statement fails', async () => {
    await sql(`create function fail_once() returns trigger language plpgsql as
      $$ begin raise exception 'planted'; end $$`)
    await sql(
      'create trigger planted before insert or update on region_summaries for each row execute function fail_once()',
    )
    try {
      const before = await takeSnapshot()
      await expect(tickItem(world.viewers.coordinator, tick(essential))).rejects.toThrow()
      expect(await takeSnapshot()).toEqual(before)
    } finally {
      await sql('drop trigger planted on region_summaries')
      await sql('drop function fail_once')
    }
  })

  test('lets one of fifty win who saw the same version', async () => {
    await tickItem(world.viewers.coordinator, tick(essential))
    const tries = Array.from({ length: 50 }, (_, index) =>
      tickItem(world.viewers.coordinator, tick(essential, 1, index % 2 ? 'open' : 'started')),
    )
    const ends = await Promise.allSettled(tries)
    const lost = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(lost.map((reason) => (reason instanceof Denial ? reason.code : String(reason)))).toEqual(
      Array.from({ length: 49 }, () => 'conflict'),
    )
    // Each of them hears what stands there now.
    const told = lost.map((reason) => (reason instanceof Denial ? reason.saved?.version : null))
    expect(told).toEqual(Array.from({ length: 49 }, () => 2))
    const rows = await sql('select version from ticks where region_id = $1 and item = $2', [
      world.own.id,
      essential,
    ])
    expect(rows).toEqual([{ version: 2 }])
  }, 60_000)

  test('lets one of fifty win who saw an untouched item', async () => {
    const tries = Array.from({ length: 50 }, () =>
      tickItem(world.viewers.coordinator, tick(essential)),
    )
    const ends = await Promise.allSettled(tries)
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const notes = await sql(`select 1 from activities where region_id = $1 and subject = $2`, [
      world.own.id,
      essential,
    ])
    expect(notes).toHaveLength(1)
  }, 60_000)

  test('refuses a version that is not the present one', async () => {
    const { coordinator } = world.viewers
    await tickItem(coordinator, tick(essential))
    for (const version of [0, 2, 7]) {
      expect(await denialOf(tickItem(coordinator, tick(essential, version, 'open')))).toBe(
        'conflict',
      )
    }
  })

  test('happens once for one request key, however often it is sent', async () => {
    const viewer = withRequestKey(world.viewers.coordinator, randomUUID())
    const sent = Array.from({ length: 10 }, () => denialOf(tickItem(viewer, tick(essential))))
    const ends = await Promise.all(sent)
    expect(ends.filter((end) => end === 'repeated')).toHaveLength(9)
    const notes = await sql(`select 1 from activities where region_id = $1 and subject = $2`, [
      world.own.id,
      essential,
    ])
    expect(notes).toHaveLength(1)
  })

  test('can be sent again after a refusal with the same key', async () => {
    const viewer = withRequestKey(world.viewers.coordinator, randomUUID())
    expect(await denialOf(tickItem(viewer, tick(essential, 3)))).toBe('conflict')
    await tickItem(viewer, tick(essential))
  })

  test('knows the items of the guidebook only', async () => {
    const unknown = tick('step-9.checklist.nothing')
    expect(await denialOf(tickItem(world.viewers.coordinator, unknown))).toBe('not-found')
  })
})

describe('"not applicable"', () => {
  const away = (item: string, reason = 'no such thing here') => ({
    ...{ regionId: world.own.id, item, state: 'not_applicable' as const, reason, version: 0 },
  })

  test('asks for a reason', async () => {
    const refused = tickItem(world.viewers.coordinator, away(plain[0] ?? '', ''))
    expect(await denialOf(refused)).toBe('invalid: reason:reason')
  })

  test('is not for essentials or upkeep', async () => {
    const { coordinator } = world.viewers
    const upkeep = guide.steps[0]?.upkeep.id ?? ''
    for (const item of [essential, upkeep]) {
      expect(await denialOf(tickItem(coordinator, away(item)))).toBe('forbidden: essential')
    }
  })

  test('is for two items a step at most', async () => {
    const { coordinator } = world.viewers
    const step = guide.steps.find(
      ({ items }) => items.filter((item) => !item.essential).length >= 3,
    )
    const items = step?.items.filter((item) => !item.essential).map(({ id }) => id) ?? []
    const [first = '', second = '', third = ''] = items
    await tickItem(coordinator, away(first))
    await tickItem(coordinator, away(second))
    expect(await denialOf(tickItem(coordinator, away(third)))).toBe('forbidden: twoNotApplicable')
  })

  test("is the coordinator's word, also for what a partner may tick", async () => {
    const item = plain[0] ?? ''
    await planItem(world.viewers.coordinator, {
      ...{
        regionId: world.own.id,
        item,
        owner: { kind: 'any-partner' },
        dueOn: null,
        note: '',
        version: 0,
      },
    })
    const { coordinator, partner } = world.viewers
    const refused = tickItem(partner, { ...away(item), version: 1 })
    expect(await denialOf(refused)).toBe('forbidden')
    await tickItem(coordinator, { ...away(item), version: 1 })
    for (const state of ['open', 'started', 'done'] as const) {
      expect(await denialOf(tickItem(partner, tick(item, 2, state)))).toBe('forbidden: leftOut')
    }
    await tickItem(coordinator, tick(item, 2, 'open'))
    await tickItem(partner, tick(item, 3))
  })
})

describe('a partner', () => {
  const give = (item: string, owner: Parameters<typeof planItem>[1]['owner']) =>
    planItem(world.viewers.coordinator, {
      ...{ regionId: world.own.id, item, owner, dueOn: null, note: '', version: 0 },
    })

  test('ticks what the organisation, its sector or any partner owns', async () => {
    const [first = '', second = '', third = ''] = [
      ...plain,
      ...(guide.steps[1]?.items ?? []).map(({ id }) => id),
    ]
    await give(first, { kind: 'partner', partnerId: world.own.partner })
    await give(second, { kind: 'sector', sector: 'business' })
    await give(third, { kind: 'any-partner' })
    for (const item of [first, second, third]) {
      await tickItem(world.viewers.partner, tick(item, 1))
    }
    const done = await sql(`select 1 from ticks where region_id = $1 and state = 'done'`, [
      world.own.id,
    ])
    expect(done).toHaveLength(3)
  })

  test('ticks nothing that another owns', async () => {
    const [first = '', second = '', third = ''] = [
      ...plain,
      ...(guide.steps[1]?.items ?? []).map(({ id }) => id),
    ]
    await give(first, { kind: 'partner', partnerId: world.own.otherPartner })
    await give(second, { kind: 'sector', sector: 'public' })
    await give(third, { kind: 'coordinator' })
    const before = await takeSnapshot()
    for (const item of [first, second, third]) {
      expect(await denialOf(tickItem(world.viewers.partner, tick(item, 1)))).toBe('forbidden')
    }
    expect(await takeSnapshot()).toEqual(before)
  })

  test('cannot be given an item of another region', async () => {
    const foreign = give(plain[0] ?? '', { kind: 'partner', partnerId: world.foreign.partner })
    expect(await denialOf(foreign)).toBe('invalid: owner:invalid')
  })
})

describe('a milestone', () => {
  const mark = (state: 'planned' | 'reached', more: object = {}) => ({
    ...{
      regionId: world.own.id,
      milestone: guide.steps[0]?.milestones[0]?.id ?? '',
      state,
      version: 0,
    },
    ...more,
  })

  test('is reached today unless another day is given, and taken back', async () => {
    const { coordinator } = world.viewers
    await markMilestone(coordinator, mark('reached'))
    const [reached] = await sql(
      `select state, reached_on from milestones where region_id = $1 and milestone = $2`,
      [world.own.id, mark('reached').milestone],
    )
    expect(reached?.state).toBe('reached')
    expect(reached?.reached_on).not.toBeNull()
    await markMilestone(coordinator, mark('planned', { version: 1 }))
    const [back] = await sql(
      `select state, reached_on from milestones where region_id = $1 and milestone = $2`,
      [world.own.id, mark('reached').milestone],
    )
    expect(back).toEqual({ state: 'planned', reached_on: null })
  })

  test('is not reached on a day to come', async () => {
    const refused = markMilestone(
      world.viewers.coordinator,
      mark('reached', { reachedOn: '2099-01-01' }),
    )
    expect(await denialOf(refused)).toBe('invalid: reachedOn:future')
  })
})
