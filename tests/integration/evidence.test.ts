import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { withRequestKey } from '@/lib/auth/request-key'
import { addLink, addNote, removeEvidence, restoreEvidence } from '@/lib/evidence/changes'
import { listEvidence } from '@/lib/evidence/data'
import { openFile } from '@/lib/evidence/download'
import { MAX_PIECES, stackVersions } from '@/lib/evidence/rules'
import { addLinkSchema, evidenceQuerySchema } from '@/lib/evidence/schema'
import { addFile } from '@/lib/evidence/upload'
import { getEntry } from '@/lib/journey/entry'
import { tickItem } from '@/lib/journey/ticks'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { makePng } from '../support/files/make'
import { sql } from '../support/owner'

/** An item that any partner looks after, and one of the coordinator's. */
const entry = 'purpose.checklist.key-words-agreed'
const coordinators = 'purpose.checklist.gap-question-written'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const place = () => ({ regionId: world.own.id, entry, datedOn: null as string | null })
const note = (words: string) => ({ ...place(), words })

async function standing() {
  const found = await getEntry(
    world.viewers.coordinator,
    ...([world.own.slug, 'purpose', 'checklist.key-words-agreed', 'en'] as const),
  )
  return stackVersions(found.evidence)
}

describe('evidence of an item', () => {
  test('is dated today in the region’s zone unless it says otherwise, never in the future', async () => {
    const { coordinator } = world.viewers
    await addNote(coordinator, note('Eight words on a card'))
    const [row] = await sql<{ same: boolean }>(
      `select dated_on = (now() at time zone 'Europe/Prague')::date as same from evidence
        where region_id = $1 and entry = $2`,
      [world.own.id, entry],
    )
    expect(row).toEqual({ same: true })
    await addNote(coordinator, { ...note('Older'), datedOn: '2024-02-29' })
    const tomorrow = { ...note('Tomorrow'), datedOn: '2999-01-01' }
    expect(await denialOf(addNote(coordinator, tomorrow))).toBe('invalid: datedOn:future')
    expect((await standing()).map(({ words }) => words)).toEqual(['Eight words on a card', 'Older'])
  })

  test('keeps the older versions readable when it is replaced, again and again', async () => {
    const { coordinator } = world.viewers
    let { id } = await addNote(coordinator, note('first'))
    for (const words of ['second', 'third']) {
      ;({ id } = await addNote(coordinator, { ...note(words), replaces: id, version: 1 }))
    }
    const [piece, ...others] = await standing()
    expect(others).toEqual([])
    expect(piece?.words).toBe('third')
    expect(piece?.older.map(({ words }) => words)).toEqual(['second', 'first'])
    const kinds = await sql(
      `select kind, before->>'evidence' was, after->>'evidence' is from activities
        where region_id = $1 and subject = $2 order by id desc limit 1`,
      [world.own.id, entry],
    )
    expect(kinds).toEqual([{ kind: 'evidence.replaced', was: 'second', is: 'third' }])
  })

  test('is replaced by one of two who saw the same version', async () => {
    const { coordinator } = world.viewers
    const { id: replaces } = await addNote(coordinator, note('first'))
    const both = await Promise.all(
      ['one', 'other'].map((words) =>
        addNote(coordinator, { ...note(words), replaces, version: 1 }).then(
          () => 'ok',
          (error: Error) => error.message,
        ),
      ),
    )
    expect(both.sort()).toEqual(['conflict', 'ok'])
  })

  test('is set aside and brought back, and nobody else sees it meanwhile', async () => {
    const { coordinator, observer } = world.viewers
    const { id } = await addNote(coordinator, note('Seen'))
    const which = { regionId: world.own.id, id }
    await removeEvidence(coordinator, { ...which, version: 1 })
    expect((await standing()).map(({ removed }) => removed)).toEqual([true])
    const page = await getEntry(
      observer,
      ...([world.own.slug, 'purpose', 'checklist.key-words-agreed', 'en'] as const),
    )
    expect(page.evidence).toEqual([])
    expect(page.region.evidence[entry]).toBeUndefined()
    await restoreEvidence(coordinator, { ...which, version: 2 })
    expect((await standing()).map(({ removed }) => removed)).toEqual([false])
  })

  test(`is at most ${MAX_PIECES} pieces; versions do not count`, async () => {
    const { coordinator } = world.viewers
    let last = ''
    for (let number = 0; number < MAX_PIECES; number++) {
      ;({ id: last } = await addNote(coordinator, note(`${number}`)))
    }
    expect(await denialOf(addNote(coordinator, note('more')))).toBe('invalid: evidenceFull')
    await addNote(coordinator, { ...note('newer'), replaces: last, version: 1 })
    expect(await standing()).toHaveLength(MAX_PIECES)
  })

  test('is added once, however often its form is sent', async () => {
    const viewer = withRequestKey(world.viewers.coordinator, randomUUID())
    await addNote(viewer, note('once'))
    expect(await denialOf(addNote(viewer, note('once')))).toBe('repeated')
    expect(await standing()).toHaveLength(1)
  })
})

describe('a partner', () => {
  test('adds to what their organisation may tick, and manages their own pieces only', async () => {
    const { coordinator, partner } = world.viewers
    const notTheirs = { ...note('mine'), entry: coordinators }
    expect(await denialOf(addNote(partner, notTheirs))).toBe('forbidden')
    const { id } = await addNote(partner, note('mine'))
    const { id: theirs } = await addNote(coordinator, note('theirs'))
    const { id: newer } = await addNote(partner, { ...note('newer'), replaces: id, version: 1 })
    const regionId = world.own.id
    const foreign = { ...note('no'), replaces: theirs, version: 1 }
    expect(await denialOf(addNote(partner, foreign))).toBe('forbidden')
    expect(await denialOf(removeEvidence(partner, { regionId, id: theirs, version: 1 }))).toBe(
      'forbidden',
    )
    await removeEvidence(partner, { regionId, id: newer, version: 1 })
    await restoreEvidence(partner, { regionId, id: newer, version: 2 })
  })

  test('cannot put a piece elsewhere by replacing one of another item', async () => {
    const { id: replaces } = await addNote(world.viewers.partner, note('mine'))
    const moved = { ...note('no'), entry: coordinators, replaces, version: 1 }
    expect(await denialOf(addNote(world.viewers.partner, moved))).toBe('not-found')
  })
})

describe('a link', () => {
  const parse = (url: string) => addLinkSchema.shape.url.safeParse(url)

  test.each(['https://example.eu/a?b=c#d', 'http://example.eu', 'example.eu/minutes'])(
    '%s is taken',
    (url) => {
      expect(parse(url).data).toMatch(/^https?:\/\/example\.eu/)
    },
  )

  test.each([
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'file:///etc/passwd'],
    ...['ftp://example.eu', 'java\nscript:alert(1)', 'https://localhost/', 'https://a@b@c.eu'],
    ...['https://example.eu@evil.example/', 'https:\\\\evil.example', '//', 'mailto:a@b.cz', ''],
  ])('%j is not', (url) => {
    expect(parse(url).success).toBe(false)
  })

  test('shows in the list of the region, which finds it by its words', async () => {
    const { coordinator, observer } = world.viewers
    await addLink(coordinator, { ...place(), url: 'https://example.eu/x', words: 'Minutes 100 %' })
    const search = async (q: string) => {
      const query = evidenceQuerySchema.parse({ q, step: null, kind: 'link', before: null })
      const { pieces } = await listEvidence(observer, world.own.slug, 'en', query)
      return pieces.map(({ url }) => url)
    }
    expect(await search('minutes 100 %')).toEqual(['https://example.eu/x'])
    expect(await search('example.EU')).toEqual(['https://example.eu/x'])
    expect(await search('1%0')).toEqual([])
  })
})

test('what is done is listed until something shows it', async () => {
  const { coordinator, staff } = world.viewers
  const without = async () => {
    const query = evidenceQuerySchema.parse({ q: '', step: null, kind: null, before: null })
    const found = await listEvidence(staff, world.own.slug, 'en', query)
    return found.without.map(({ id }) => id)
  }
  expect(await without()).not.toContain(entry)
  const tick = { regionId: world.own.id, item: entry, reason: '', version: 0 }
  await tickItem(coordinator, { ...tick, state: 'done' })
  expect(await without()).toContain(entry)
  await addNote(coordinator, note('Eight words on a card'))
  expect(await without()).not.toContain(entry)
})

describe('a file', () => {
  const png = () => new File([new Uint8Array(makePng())], 'photo.png')
  const folder = () => join(process.env.DATA_DIR ?? '', 'evidence', world.own.id)
  const kept = () => readdir(folder()).catch(() => [])
  const send = (file = png(), more = {}) =>
    addFile(world.viewers.coordinator, { ...place(), words: '', file, ...more })

  test('lies in the store under a name of our own, and comes back byte for byte', async () => {
    const { id } = await send()
    expect(await kept()).toEqual([id])
    const { body } = await openFile(world.viewers.observer, world.own.slug, id)
    const bytes = await new Response(body).bytes()
    expect(Buffer.from(bytes)).toEqual(makePng())
    const [row] = await sql('select file_name, file_type, file_size from evidence where id = $1', [
      id,
    ])
    const size = makePng().length
    expect(row).toEqual({ file_name: 'photo.png', file_type: 'image/png', file_size: size })
  })

  test('leaves nothing behind when it is refused, early or late', async () => {
    expect(await denialOf(send(new File(['<svg/>'], 'a.svg')))).toBe('invalid: file:fileKind')
    expect(await denialOf(send(png(), { datedOn: '2999-01-01' }))).toBe('invalid: datedOn:future')
    const viewer = withRequestKey(world.viewers.coordinator, randomUUID())
    const input = () => ({ ...place(), words: '', file: png() })
    await addFile(viewer, input())
    expect(await denialOf(addFile(viewer, input()))).toBe('repeated')
    expect(await kept()).toHaveLength(1)
  })

  test('is not taken once the region’s room is used up', async () => {
    await sql('update evidence set file_size = $2 where region_id = $1', [
      world.own.id,
      1000 * 1024 * 1024,
    ])
    expect(await denialOf(send())).toBe('invalid: regionFull')
    expect(await kept()).toEqual([])
  })

  test('that the store has lost is not found, and the page still stands', async () => {
    const { own, viewers } = world
    expect(await denialOf(openFile(viewers.coordinator, own.slug, own.evidence))).toBe('not-found')
  })
})
