import { beforeEach, describe, expect, test } from 'vitest'
import { getGuide } from '@/lib/guidebook/data'
import type { GuideItem, GuideStep } from '@/lib/guidebook/rules'
import { getJourney } from '@/lib/journey/data'
import { markMilestone } from '@/lib/journey/milestones'
import { addOwn, archiveOwn, moveOwn } from '@/lib/journey/own/data'
import { reopenStep } from '@/lib/journey/reopen'
import { changeSeveral } from '@/lib/journey/several'
import { tickItem, waiveItem } from '@/lib/journey/ticks'
import { undoEntry } from '@/lib/journey/undo/data'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { sql } from '../support/owner'

const guide = await getGuide(1, 'en')
const [, step] = guide.steps as [GuideStep, GuideStep]
const [first] = step.items as [GuideItem]

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const latest = async () => {
  const [entry] = await sql<{ id: string; undoes: string | null; batch: string | null }>(
    `select id, undoes, batch from activities where region_id = $1
      and kind in ('tick.changed', 'milestone.changed', 'own.archived') order by id desc limit 1`,
    [world.own.id],
  )
  if (!entry) throw new Error('Nothing has happened.')
  return entry
}

const tick = (item: string, state: 'open' | 'done' = 'done', version = 0) => ({
  ...{ regionId: world.own.id, item, state, reason: '', version },
})

const ticksOf = () =>
  sql<{ item: string; state: string; version: number }>(
    'select item, state, version from ticks where region_id = $1 and step = $2 order by item',
    [world.own.id, step.slug],
  )

/** Everything of the first step done, its gates reached: the entries with their versions. */
async function reachStep() {
  const { coordinator } = world.viewers
  const entries = [...step.items, ...step.milestones].map(({ id }) => ({ id, version: 0 }))
  await changeSeveral(coordinator, {
    ...{ regionId: world.own.id, entries, what: 'state' as const, state: 'done' as const },
  })
  return entries.map(({ id }) => ({ id, version: 1 }))
}

const stateOfStep = async () => {
  const { journey } = await getJourney(world.viewers.coordinator, world.own.slug, 'en')
  return journey.steps[1]?.state
}

describe('undo', () => {
  test('puts a tick back as it was, as an entry of its own', async () => {
    const { coordinator } = world.viewers
    await tickItem(coordinator, tick(first.id))
    const { id: entry } = await latest()
    await undoEntry(coordinator, { regionId: world.own.id, entry })
    expect(await ticksOf()).toEqual([{ item: first.id, state: 'open', version: 2 }])
    expect((await latest()).undoes).toBe(entry)
    const again = undoEntry(coordinator, { regionId: world.own.id, entry })
    expect(await denialOf(again)).toBe('conflict: undone')
  })

  test('puts back everything that was done at once', async () => {
    await reachStep()
    expect(await stateOfStep()).toBe('reached')
    const { batch } = await latest()
    await undoEntry(world.viewers.coordinator, { regionId: world.own.id, entry: batch ?? '' })
    expect((await ticksOf()).every(({ state }) => state === 'open')).toBe(true)
    expect(await stateOfStep()).not.toBe('reached')
  })

  test('is refused after ten minutes', async () => {
    await tickItem(world.viewers.coordinator, tick(first.id))
    const { id: entry } = await latest()
    await sql(`update activities set at = at - interval '11 minutes' where id = $1`, [entry])
    const late = undoEntry(world.viewers.coordinator, { regionId: world.own.id, entry })
    expect(await denialOf(late)).toBe('forbidden: undoTooLate')
  })

  test('is refused once somebody changed it again', async () => {
    const { coordinator } = world.viewers
    await tickItem(coordinator, tick(first.id))
    const { id: entry } = await latest()
    await tickItem(coordinator, tick(first.id, 'open', 1))
    const stale = undoEntry(coordinator, { regionId: world.own.id, entry })
    expect(await denialOf(stale)).toBe('conflict: changedSince')
  })

  test('takes a set-aside entry in again', async () => {
    const { coordinator } = world.viewers
    const words = { title: 'Ours', doneWhen: '' }
    const place = { regionId: world.own.id, step: step.slug, kind: 'item' as const }
    const id = await addOwn(coordinator, { ...place, ...words })
    await archiveOwn(coordinator, { regionId: world.own.id, id, version: 1 })
    await undoEntry(coordinator, { regionId: world.own.id, entry: (await latest()).id })
    const { guide: shown } = await getJourney(coordinator, world.own.slug, 'en')
    expect(shown.steps[1]?.ownItems.map(({ label }) => label)).toEqual(['Ours'])
  })
})

describe('several at once', () => {
  test('are all or nothing', async () => {
    const { coordinator } = world.viewers
    await tickItem(coordinator, tick(first.id))
    const entries = step.items.map(({ id }) => ({ id, version: 0 }))
    const change = { regionId: world.own.id, entries, what: 'dueOn' as const, dueOn: '2027-01-01' }
    expect(await denialOf(changeSeveral(coordinator, change))).toBe('conflict')
    expect(await ticksOf()).toHaveLength(1)
  })

  test('leave the rest of each as it was', async () => {
    const { coordinator } = world.viewers
    await tickItem(coordinator, tick(first.id))
    const entries = [{ id: first.id, version: 1 }]
    await changeSeveral(coordinator, {
      ...{ regionId: world.own.id, entries, what: 'owner', owner: { kind: 'any-partner' } },
    })
    expect(await ticksOf()).toEqual([{ item: first.id, state: 'done', version: 2 }])
  })
})

describe('own entries', () => {
  test('decide nothing', async () => {
    const { coordinator } = world.viewers
    const place = { regionId: world.own.id, step: step.slug, doneWhen: '' }
    await addOwn(coordinator, { ...place, kind: 'item', title: 'Ours' })
    await addOwn(coordinator, { ...place, kind: 'milestone', title: 'Ours too' })
    await reachStep()
    expect(await stateOfStep()).toBe('reached')
  })

  test('keep the order they are given', async () => {
    const { coordinator } = world.viewers
    const place = { regionId: world.own.id, step: step.slug, kind: 'item' as const, doneWhen: '' }
    await addOwn(coordinator, { ...place, title: 'One' })
    const two = await addOwn(coordinator, { ...place, title: 'Two' })
    await moveOwn(coordinator, { regionId: world.own.id, id: two, version: 1, way: 'up' })
    const { guide: shown } = await getJourney(coordinator, world.own.slug, 'en')
    expect(shown.steps[1]?.ownItems.map(({ label }) => label)).toEqual(['Two', 'One'])
  })
})

describe('a reached step', () => {
  test('is reopened with a reason, and its earlier result stays readable', async () => {
    const { coordinator } = world.viewers
    const entries = await reachStep()
    const reason = 'A new council wants to talk again.'
    const place = { regionId: world.own.id, step: step.slug, reason }
    const other = step.items.findLast(({ essential }) => !essential)
    const little = entries.filter(({ id }) => id === other?.id)
    const tooLittle = reopenStep(coordinator, { ...place, entries: little })
    expect(await denialOf(tooLittle)).toBe('invalid: entries:stillReached')
    await reopenStep(coordinator, { ...place, entries: entries.slice(0, 1) })
    expect(await stateOfStep()).toBe('in_progress')
    const found = await getJourney(coordinator, world.own.slug, 'en', { step: step.slug })
    expect(found.reopened).toMatchObject([{ reason, reachedSince: found.today }])
  })
})

describe('a waiver', () => {
  test('counts like done, and only for essential items', async () => {
    const { coordinator, staff } = world.viewers
    const [essential] = step.items.filter((item) => item.essential)
    const other = step.items.find((item) => !item.essential)
    const waiver = { regionId: world.own.id, waived: true, reason: 'A law does it.', version: 0 }
    await waiveItem(staff, { ...waiver, item: essential?.id ?? '' })
    const { journey } = await getJourney(coordinator, world.own.slug, 'en')
    expect(journey.steps[1]?.flags).toContain('waived')
    const refused = waiveItem(staff, { ...waiver, item: other?.id ?? '' })
    expect(await denialOf(refused)).toBe('forbidden: onlyEssential')
  })
})

test('a milestone reached on a day to come is refused', async () => {
  const [milestone] = step.milestones
  const change = { regionId: world.own.id, milestone: milestone?.id ?? '', version: 0 }
  const early = markMilestone(world.viewers.coordinator, {
    ...{ ...change, state: 'reached', reachedOn: '2098-01-01' },
  })
  expect(await denialOf(early)).toBe('invalid: reachedOn:future')
})
