import { z } from 'zod'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canLoadEditions, canReadEditions } from '@/lib/guidebook/edition/access/rules'
import { listEntries } from '@/lib/guidebook/edition/entries'
import { diffEditions, type EditionEntry } from '@/lib/guidebook/edition/rules'
import { type Bundle, bundleSchema } from '@/lib/guidebook/edition/schema'
import { readSource } from '@/lib/guidebook/edition/store'

export interface EditionLine {
  number: number
  title: string
  model: string
  digest: string
  loadedAt: Date
  regions: number
  german: boolean
}

/**
 * All editions, newest first, with how many regions follow each. For the programme's staff;
 * Denial('not-found') to everybody else.
 */
export function listEditions(viewer: Viewer): Promise<EditionLine[]> {
  return forReaders(viewer, readLines)
}

/**
 * An edition beside another one (the one before it unless `against` names one): what is new,
 * changed and dropped. Denial('not-found') for an edition that is not there, and to outsiders.
 */
export function compareEdition(viewer: Viewer, number: number, against: number | null) {
  return forReaders(viewer, async (db) => {
    const editions = await readLines(db)
    const edition = editions.find((one) => one.number === number)
    if (!edition) throw new Denial('not-found')
    const others = editions.filter((one) => one !== edition)
    const base = pickBase(others, against, number)
    return { edition, others, base, diff: await diffWith(db, base, await readSource(db, number)) }
  })
}

/** An edition as a file to take away and edit. Throws as `compareEdition` does. */
export function getEditionFile(viewer: Viewer, number: number): Promise<Bundle> {
  return forReaders(viewer, async (db) => {
    const found = await db.edition.findUnique({ where: { number }, select: { number: true } })
    if (!found) throw new Denial('not-found')
    return readSource(db, number)
  })
}

/**
 * A checked file before it is loaded, beside the newest edition or the one `against` names. For
 * administrators, for a day; Denial('not-found') for all else.
 */
export async function getDraft(viewer: Viewer, id: string, against: number | null) {
  requireAdmin(viewer)
  if (!z.uuid().safeParse(id).success) throw new Denial('not-found')
  return asViewer(viewer, async (db) => {
    const draft = await readDraft(db, id)
    const editions = await readLines(db)
    const newest = editions[0]?.number ?? 0
    const base = pickBase(editions, against, newest + 1)
    const diff = await diffWith(db, base, draft.file)
    return {
      ...{ id, digest: draft.digest, title: draft.file.content.meta.title, editions, base, newest },
      ...{ diff, returning: await findReturning(db, diff.added) },
      german: Object.keys(draft.file.german).length > 0,
    }
  })
}

/** To those who may not load editions, the door does not exist. */
export function requireAdmin(viewer: Viewer) {
  if (!canLoadEditions(viewer)) throw new Denial('not-found')
}

/** A draft that is not older than a day. Throws Denial('not-found'). */
export async function readDraft(db: Db, id: string) {
  const [draft] = await db.$queryRaw<{ digest: string; file: unknown }[]>`
    select digest, file from edition_drafts
    where id = ${id}::uuid and created_at > now() - interval '1 day'`
  if (!draft) throw new Denial('not-found')
  return { digest: draft.digest, file: bundleSchema.parse(draft.file) }
}

async function forReaders<T>(viewer: Viewer, read: (db: Db) => Promise<T>): Promise<T> {
  if (!canReadEditions(viewer)) throw new Denial('not-found')
  return asViewer(viewer, read)
}

function readLines(db: Db): Promise<EditionLine[]> {
  return db.$queryRaw<EditionLine[]>`
    select e.number, e.title, e.model, e.digest, e.loaded_at "loadedAt",
      coalesce(e.source->'german', '{}') <> '{}' german, coalesce(r.regions, 0)::int regions
    from editions e left join (select edition, count(*) regions from regions
      where archived_at is null group by edition) r on r.edition = e.number
    order by e.number desc`
}

/** The edition to compare with: the one asked for, else the one that came before. */
function pickBase(others: EditionLine[], against: number | null, number: number): number | null {
  const asked = others.find((one) => one.number === against)
  return (asked ?? others.find((one) => one.number < number) ?? others[0])?.number ?? null
}

async function diffWith(db: Db, base: number | null, file: Bundle) {
  const before = base === null ? [] : listEntries(await readSource(db, base))
  return diffEditions(before, listEntries(file))
}

interface Returning {
  id: string
  edition: number
  words: string
}

/** New items and milestones whose id an earlier edition had: old ticks will count for them again. */
function findReturning(db: Db, added: EditionEntry[]): Promise<Returning[]> {
  const ids = added.map(({ id }) => id)
  return db.$queryRaw<Returning[]>`
    select distinct on (id) id, edition, words from (
      select id, edition, label words from guide_items where id = any (${ids})
      union all select id, edition, title from guide_milestones where id = any (${ids})) known
    order by id, edition desc`
}
