import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import {
  compareEdition,
  getDraft,
  getEditionFile,
  listEditions,
} from '@/lib/guidebook/edition/data'
import { draftEdition, loadEdition } from '@/lib/guidebook/edition/load'
import { getLatestGuide } from '@/lib/guidebook/data'
import { clearAway, createWorld, type World } from '../support/cast'
import { asFile, changeSome, editionFile } from '../support/editions'
import { sql, takeSnapshot } from '../support/owner'

let world: World

beforeEach(async () => {
  world = await createWorld()
})
afterEach(clearAway)

async function denialOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof Denial ? error.message : `no denial: ${String(error)}`
}

async function draftOne(change = changeSome): Promise<string> {
  const { draft, faults } = await draftEdition(
    world.viewers.admin,
    asFile(await editionFile(change)),
  )
  expect(faults).toEqual([])
  return draft ?? ''
}

async function loadOne(change = changeSome): Promise<number> {
  const { admin } = world.viewers
  const { id, digest, newest } = await getDraft(admin, await draftOne(change), null)
  return loadEdition(admin, { id, digest, newest })
}

describe('a file for a new edition', () => {
  test('that is the newest one itself says nothing new, and is not kept', async () => {
    const { admin } = world.viewers
    const before = await takeSnapshot()
    const { draft, faults } = await draftEdition(admin, asFile(await getEditionFile(admin, 1)))
    expect({ draft, faults }).toEqual({ draft: null, faults: [{ path: '', fault: 'nothingNew' }] })
    expect(await takeSnapshot()).toEqual(before)
  })

  test('is shown with what is new, changed and dropped before anything is loaded', async () => {
    const { diff, newest, base } = await getDraft(world.viewers.admin, await draftOne(), null)
    expect({ newest, base }).toEqual({ newest: 1, base: 1 })
    expect(diff.added.map(({ id }) => id)).toEqual(['purpose.checklist.gap-heard'])
    expect(diff.dropped).toHaveLength(1)
    expect(diff.changed.map(({ entry }) => entry.kind)).toContain('checklist')
    expect(await listEditions(world.viewers.staff)).toHaveLength(1)
  })

  test('that takes a step away, or renumbers it, is refused', async () => {
    const file = await editionFile(({ content }) => {
      for (const step of content.steps.slice(0, 1)) step.slug = 'aim'
    })
    const { faults } = await draftEdition(world.viewers.admin, asFile(file))
    expect(faults.map(({ fault }) => fault)).toContain('place')
    const text = JSON.stringify(await editionFile())
    const renamed = text.replaceAll(/"(steps\.)?purpose(?=[".])/g, '"$1aim')
    const { faults: breaks } = await draftEdition(world.viewers.admin, asFile(renamed))
    expect(breaks).toContainEqual({ path: 'steps.purpose', fault: 'stepsStay', wanted: '1' })
  })

  test('that says a statement in other words needs a new version of it', async () => {
    const file = await editionFile(({ content }) => {
      for (const one of content.steps[0]?.statements.slice(0, 1) ?? []) one.text = 'Other words.'
    })
    const { faults } = await draftEdition(world.viewers.admin, asFile(file))
    expect(faults).toEqual([
      { path: 'purpose.statements.purpose-gap', fault: 'sameVersion', found: '1' },
    ])
  })

  test.each<[string, BlobPart, string]>([
    ['too large', 'x'.repeat(2 * 1024 * 1024 + 1), 'invalid: file:tooLarge'],
    ['no text', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), 'invalid: file:noText'],
  ])('that is %s is refused', async (_, content, answer) => {
    const before = await takeSnapshot()
    const drafting = draftEdition(world.viewers.admin, new Blob([content]))
    expect(await denialOf(drafting)).toBe(answer)
    expect(await takeSnapshot()).toEqual(before)
  })

  test.each<[string, string]>([
    ['an empty list', '[]'],
    ['a number', '1e999'],
    ['two megabytes of brackets', '['.repeat(2_000_000)],
    ['deep nests', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['names of the language itself', '{"__proto__":{"format":"lep-journey-edition/1"}}'],
    ['markup', '<script>alert(1)</script>'],
    ['nothing', ''],
  ])('that is %s is refused and leaves nothing', async (_, content) => {
    const before = await takeSnapshot()
    const { draft, faults } = await draftEdition(world.viewers.admin, asFile(content))
    expect(draft).toBeNull()
    expect(faults.length).toBeGreaterThan(0)
    expect(await takeSnapshot()).toEqual(before)
  })
})

describe('loading an edition', () => {
  test('makes it the newest, for this process too, and clears the draft away', async () => {
    await getLatestGuide('en')
    expect(await loadOne()).toBe(2)
    const guide = await getLatestGuide('en')
    expect(guide.edition).toBe(2)
    expect(guide.steps[0]?.items.map(({ id }) => id)).toContain('purpose.checklist.gap-heard')
    expect(await sql('select from edition_drafts')).toHaveLength(0)
    const [entry] = await sql('select kind, subject, actor_id from programme_activities')
    expect(entry).toEqual({
      ...{ kind: 'edition.loaded', subject: '2', actor_id: world.viewers.admin.userId },
    })
    const compared = await compareEdition(world.viewers.staff, 2, null)
    expect(compared.diff.added).toHaveLength(1)
  })

  test('gives back the same file that was brought', async () => {
    const number = await loadOne()
    const wanted = await editionFile(changeSome)
    expect(await getEditionFile(world.viewers.staff, number)).toEqual(wanted)
  })

  test('refuses another digest than the one previewed, and a newest that is no longer it', async () => {
    const { admin } = world.viewers
    const { id, digest, newest } = await getDraft(admin, await draftOne(), null)
    const other = 'f'.repeat(64)
    expect(await denialOf(loadEdition(admin, { id, digest: other, newest }))).toBe('conflict')
    await sql(
      `update edition_drafts set file = jsonb_set(file, '{content,meta,title}', '"Planted"')`,
    )
    expect(await denialOf(loadEdition(admin, { id, digest, newest }))).toBe('conflict')
    expect(await denialOf(loadEdition(admin, { id, digest, newest: 7 }))).toBe('conflict')
    expect(await listEditions(admin)).toHaveLength(1)
  })

  test('forgets a draft after a day', async () => {
    const draft = await draftOne()
    await sql(`update edition_drafts set created_at = now() - interval '25 hours'`)
    expect(await denialOf(getDraft(world.viewers.admin, draft, null))).toBe('not-found')
  })

  test('two administrators at once load one edition, and the later one is told', async () => {
    const { admin } = world.viewers
    const drafts = [await draftOne(), await draftOne()]
    const loads = await Promise.all(
      drafts.map(async (draft) => {
        const { id, digest, newest } = await getDraft(admin, draft, null)
        return { id, digest, newest }
      }),
    )
    const ends = await Promise.allSettled(loads.map((input) => loadEdition(admin, input)))
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listEditions(admin)).toHaveLength(2)
  })
})

describe('the database itself', () => {
  test.each(['staff', 'coordinator'] as const)('lets no %s add an edition', async (role) => {
    const adding = asViewer(
      world.viewers[role],
      (db) => db.$executeRaw`insert into editions (number, title, model, digest, wording, loaded_at)
        values (9, 'x', '1', 'x', '{}', now())`,
    )
    await expect(adding).rejects.toThrow(/row-level security/)
  })

  test('lets an administrator add nothing to an edition that is loaded', async () => {
    const adding = asViewer(
      world.viewers.admin,
      (db) => db.$executeRaw`insert into guide_tips (edition, id, step, position, label, text)
        values (1, 'purpose.tips.planted', 'purpose', 9, 'x', 'x')`,
    )
    await expect(adding).rejects.toThrow(/row-level security/)
  })

  test('lets nobody change or remove one', async () => {
    const { admin } = world.viewers
    await expect(
      asViewer(admin, (db) => db.$executeRaw`update guide_items set label = 'x'`),
    ).rejects.toThrow(/permission denied/)
    await expect(asViewer(admin, (db) => db.$executeRaw`delete from editions`)).rejects.toThrow(
      /permission denied/,
    )
  })

  test('hides drafts from all but administrators', async () => {
    await draftOne()
    for (const role of ['staff', 'coordinator', 'former'] as const) {
      const [row] = await asViewer(
        world.viewers[role],
        (db) => db.$queryRaw<{ seen: number }[]>`select count(*)::int seen from edition_drafts`,
      )
      expect(row?.seen).toBe(0)
    }
  })
})
