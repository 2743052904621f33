import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { forgetLatest } from '@/lib/guidebook/data'
import { readDraft, requireAdmin } from '@/lib/guidebook/edition/data'
import { digestOf } from '@/lib/guidebook/edition/digest'
import { listEntries } from '@/lib/guidebook/edition/entries'
import { MOST_BYTES, parseBundle } from '@/lib/guidebook/edition/parse'
import { type EditionFault, findBreaks } from '@/lib/guidebook/edition/rules'
import type { LoadEdition } from '@/lib/guidebook/edition/input/schema'
import { readSource, storeEdition } from '@/lib/guidebook/edition/store'
import { noteProgramme } from '@/lib/people/programme/log'

/**
 * Checks a file and, only if it is sound, keeps it as a draft for a day; else gives every fault.
 * Throws Denial: not-found to all but administrators, a fault of `file` if it is too large or no
 * text.
 */
export async function draftEdition(
  viewer: Viewer,
  file: Blob,
): Promise<{ draft: string; faults: [] } | { draft: null; faults: EditionFault[] }> {
  requireAdmin(viewer)
  const { bundle, faults } = parseBundle(await readText(file))
  if (!bundle) return { draft: null, faults }
  return asViewer(viewer, async (db) => {
    const { number } = await db.edition.findFirstOrThrow({
      ...{ orderBy: { number: 'desc' }, select: { number: true } },
    })
    const breaks = findBreaks(listEntries(await readSource(db, number)), listEntries(bundle))
    if (breaks.length > 0) return { draft: null, faults: breaks }
    const id = uuid()
    await db.$executeRaw`
      delete from edition_drafts where created_at < now() - interval '1 day'`
    await db.$executeRaw`
      insert into edition_drafts (id, created_by_id, digest, file) values (${id}::uuid,
        ${viewer.userId}::uuid, ${digestOf(bundle)}, ${JSON.stringify(bundle)}::jsonb)`
    return { draft: id, faults: [] }
  })
}

/**
 * Loads a draft as the next edition: one transaction of edition, content and log. `digest` and
 * `newest` are those of the preview. Throws Denial: not-found (also to all but administrators),
 * conflict if the draft or the newest edition is not the one previewed.
 */
export async function loadEdition(viewer: Viewer, input: LoadEdition): Promise<number> {
  requireAdmin(viewer)
  const number = await asViewer(
    viewer,
    async (db) => {
      const draft = await readDraft(db, input.id)
      const { number: newest } = await db.edition.findFirstOrThrow({
        ...{ orderBy: { number: 'desc' }, select: { number: true } },
      })
      const isAsSeen = digestOf(draft.file) === input.digest && draft.digest === input.digest
      if (!isAsSeen || newest !== input.newest) throw new Denial('conflict')
      const { content, german } = draft.file
      const number = newest + 1
      await storeEdition(db, { number, content, german, digest: draft.digest }, draft.file)
      await db.$executeRaw`delete from edition_drafts where id = ${input.id}::uuid`
      await noteProgramme(db, viewer, {
        ...{ kind: 'edition.loaded', subject: String(number) },
        after: { name: String(number), digest: draft.digest },
      })
      return number
    },
    { lock: 'editions' },
  )
  forgetLatest()
  return number
}

/** The text of a file that people edit; anything else is refused before it is looked at. */
async function readText(file: Blob): Promise<string> {
  if (file.size > MOST_BYTES) throw new Denial('invalid', 'file:tooLarge')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new Denial('invalid', 'file:noText')
  }
}
