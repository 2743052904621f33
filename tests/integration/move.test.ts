import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { getFeed } from '@/lib/activity/data'
import { feedSchema } from '@/lib/activity/schema'
import { asViewer } from '@/lib/db/as-viewer'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { getDraft } from '@/lib/guidebook/edition/data'
import { draftEdition, loadEdition } from '@/lib/guidebook/edition/load'
import { findFormer, findItem } from '@/lib/guidebook/rules'
import { getJourney } from '@/lib/journey/data'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { getMove, moveRegion } from '@/lib/journey/move/data'
import { markMilestone } from '@/lib/journey/milestones'
import { tickItem } from '@/lib/journey/ticks'
import { clearAway, createWorld, type World } from '../support/cast'
import { asFile, changeSome, editionFile } from '../support/editions'
import { sql, takeSnapshot } from '../support/owner'

let world: World
/** The item that edition 2 drops. */
let dropped: string

beforeEach(async () => {
  world = await createWorld()
  const { admin } = world.viewers
  const { draft } = await draftEdition(admin, asFile(await editionFile(changeSome)))
  const { id, digest, newest, diff } = await getDraft(admin, draft ?? '', null)
  dropped = diff.dropped[0]?.id ?? ''
  await loadEdition(admin, { id, digest, newest })
})
afterEach(clearAway)

const move = (to = 2, version = 1) =>
  moveRegion(world.viewers.staff, { regionId: world.own.id, to, version })

/** Everything of the first step done in edition 1, with notes. */
async function finishFirstStep() {
  const { own, viewers } = world
  const regionId = own.id
  const [step] = (await getGuide(1, 'en')).steps
  const versions = new Map<string, number>()
  for (const [table, name] of [
    ['ticks', 'item'],
    ['milestones', 'milestone'],
  ]) {
    const rows = await sql(`select ${name} id, version from ${table} where region_id = $1`, [
      own.id,
    ])
    for (const { id, version } of rows) versions.set(id, version)
  }
  for (const { id: item } of step?.items ?? []) {
    const version = versions.get(item) ?? 0
    await tickItem(viewers.coordinator, { regionId, item, state: 'done', reason: '', version })
  }
  for (const { id: milestone } of step?.milestones ?? []) {
    const version = versions.get(milestone) ?? 0
    await markMilestone(viewers.coordinator, {
      ...{ regionId, milestone, state: 'reached', note: 'As agreed.', version },
    })
  }
}

const kept = () =>
  Promise.all([
    sql('select * from ticks where region_id = $1 order by item', [world.own.id]),
    sql('select * from milestones where region_id = $1 order by milestone', [world.own.id]),
    sql('select * from own_entries where region_id = $1', [world.own.id]),
  ])

async function denialOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof Denial ? error.message : `no denial: ${String(error)}`
}

describe('moving a region to another edition', () => {
  test('keeps every tick, milestone, note and version as it was', async () => {
    await finishFirstStep()
    const before = await kept()
    await move()
    expect(await kept()).toEqual(before)
  })

  test('does to each step what its preview said, by the same rules as everywhere', async () => {
    await finishFirstStep()
    const { own, viewers } = world
    const { move: preview } = await getMove(viewers.staff, own.slug, 'en', 2)
    const [first] = preview?.steps ?? []
    expect([first?.before.state, first?.after.state]).toEqual(['reached', 'in_progress'])
    expect(first?.reasons).toContainEqual({ reason: 'essentials', count: 1 })
    expect(preview?.lost).toEqual([dropped])
    await move()
    const rows = await sql<{ step: string; state: string; progress: number }>(
      'select step, state, progress from step_records where region_id = $1',
      [own.id],
    )
    const { guide, facts, region } = await getJourney(viewers.observer, own.slug, 'en')
    const today = dayIn(region.timeZone, new Date())
    for (const { slug, state, progress } of deriveJourney(guide.steps, facts, today).steps) {
      expect(rows).toContainEqual({ step: slug, state, progress })
      const said = preview?.steps.find((step) => step.slug === slug)?.after
      expect({ slug, state, progress }).toEqual({ slug, ...said })
    }
  })

  test('is noted with from and to, and so is each step that stands differently', async () => {
    await finishFirstStep()
    await move()
    const notes = await sql(
      `select kind, before, after, actor_id from activities
        where region_id = $1 order by id desc limit 2`,
      [world.own.id],
    )
    const { userId: actor_id } = world.viewers.staff
    expect(notes).toContainEqual({
      ...{ kind: 'region.moved', before: { edition: '1' }, after: { edition: '2' }, actor_id },
    })
    expect(notes.map(({ kind }) => kind)).toContain('step.changed')
    const [summary] = await sql('select state1 from region_summaries where region_id = $1', [
      world.own.id,
    ])
    expect(summary?.state1).toBe('in_progress')
  })

  test('and back again leaves the journey as it was', async () => {
    await finishFirstStep()
    const states = () =>
      sql('select * from step_records where region_id = $1 order by step', [world.own.id])
    const before = await states()
    await move()
    expect(await states()).not.toEqual(before)
    await move(1, 2)
    expect(await states()).toEqual(before)
  })

  test('is refused on a version that is no longer the present one', async () => {
    await move()
    const before = await takeSnapshot()
    expect(await denialOf(move(1, 1))).toBe('conflict')
    expect(await takeSnapshot()).toEqual(before)
  })

  test.each([1, 7])('is refused to edition %i, which is the present one or none', async (to) => {
    expect(await denialOf(move(to))).toBe('invalid: to:invalid')
  })

  test('happens once for two that come at once', async () => {
    const ends = await Promise.allSettled([move(), move()])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const noted = await sql(
      `select from activities where region_id = $1 and kind = 'region.moved'`,
      [world.own.id],
    )
    expect(noted).toHaveLength(1)
  })

  test('is not the coordinator’s, not even past the product', async () => {
    const { own, viewers } = world
    const moving = asViewer(
      viewers.coordinator,
      (db) => db.$executeRaw`update regions set edition = 2 where id = ${own.id}::uuid`,
    )
    await expect(moving).rejects.toThrow(/permission denied/)
  })
})

describe('what an edition no longer has', () => {
  beforeEach(async () => {
    await finishFirstStep()
    await move()
  })

  test('is read with its words, in the reader’s language, and ticked no more', async () => {
    const { own, viewers } = world
    const words = async (locale: string) => {
      const { guide } = await getJourney(viewers.observer, own.slug, locale)
      expect(findItem(guide, dropped)).toBeNull()
      return findFormer(guide, dropped)
    }
    const [english, german] = [await words('en'), await words('de')]
    const first = await getGuide(1, 'de')
    expect(english).toMatchObject({ id: dropped, step: 'purpose', kind: 'item', edition: 1 })
    expect(german?.words).toBe(findItem(first, dropped)?.item.label)
    const input = { regionId: own.id, item: dropped, reason: '', version: 1 }
    expect(await denialOf(tickItem(viewers.coordinator, { ...input, state: 'open' }))).toBe(
      'not-found',
    )
  })

  test('is still named in the feed', async () => {
    const { own, viewers } = world
    const query = feedSchema.parse({ what: dropped })
    const { guide, entries } = await getFeed(viewers.partner, own.slug, 'en', query)
    expect(entries.length).toBeGreaterThan(0)
    expect(findFormer(guide, dropped)?.words).toBeTruthy()
  })

  test('costs a reader one statement at most, and others none', async () => {
    const { own, viewers } = world
    const { guide } = await getJourney(viewers.observer, own.slug, 'en')
    expect(guide.former.map(({ id }) => id)).toEqual([dropped])
    const { guide: other } = await getJourney(viewers.outsider, world.foreign.slug, 'en')
    expect(other.former).toEqual([])
  })

  test('tells the region what is new on its home', async () => {
    const { own, viewers } = world
    const { moved } = await getJourney(viewers.partner, own.slug, 'en', { profile: true })
    const [first] = moved?.steps ?? []
    expect(moved?.from).toBe(1)
    expect(first?.added.map(({ id }) => id)).toEqual(['purpose.checklist.gap-heard'])
    expect(first?.dropped.map(({ id }) => id)).toEqual([dropped])
  })
})
