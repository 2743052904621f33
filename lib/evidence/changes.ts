import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import { env } from '@/lib/env'
import { Denial } from '@/lib/errors'
import { canManage, type EvidenceKind, MAX_PIECES, nameOfPiece } from '@/lib/evidence/rules'
import type { AddLink, AddNote, EvidencePlace, MarkEvidence } from '@/lib/evidence/schema'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import { canTick, ownerOf } from '@/lib/journey/access/rules'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { getRegionGuide, readRecord } from '@/lib/journey/record'
import { getRegion } from '@/lib/regions/find'

/** What a piece says, whatever its kind. */
export interface Content {
  kind: EvidenceKind
  words: string
  url?: string
  fileName?: string
  fileType?: string
  fileSize?: number
  fileSha256?: string
}

/**
 * Adds a note, or puts it in an older piece's place. Throws Denial: not-found, forbidden, conflict
 * (someone was faster), a fault of datedOn (a day to come), evidenceFull.
 */
export function addNote(viewer: Viewer, { words, ...place }: AddNote) {
  return keep(viewer, place, uuid(), { kind: 'note', words })
}

/** Adds a link, or puts it in an older piece's place. Throws the Denials of addNote. */
export function addLink(viewer: Viewer, { words, url, ...place }: AddLink) {
  return keep(viewer, place, uuid(), { kind: 'link', words, url })
}

/** Throws the Denial that adding there would end in; writes nothing, and reads no form twice. */
export function checkPlace({ requestKey: _, ...viewer }: Viewer, place: EvidencePlace) {
  return asViewer(viewer, (db) => decide(db, viewer, place, 0).then(() => undefined))
}

/** Writes a piece whose content is at hand: one transaction of piece, older piece and activity. */
export function keep(viewer: Viewer, place: EvidencePlace, id: string, content: Content) {
  return asViewer(
    viewer,
    async (db) => {
      const { step, today, old } = await decide(db, viewer, place, content.fileSize ?? 0)
      const { regionId, entry, replaces, version } = place
      const datedOn = place.datedOn ?? today
      await db.evidence.createMany({
        data: [
          {
            ...{ regionId, id, entry, step, ...content },
            ...{ datedOn: fromDay(datedOn), addedById: viewer.userId, addedAt: new Date() },
          },
        ],
      })
      if (replaces && version) {
        await write(db, { regionId, id: replaces, version }, { replacedById: id })
      }
      const name = nameOfPiece({ url: '', fileName: '', ...content })
      await db.activity.create({
        data: {
          ...{ regionId, actorId: viewer.userId, step, subject: entry },
          kind: old ? 'evidence.replaced' : 'evidence.added',
          ...(old && { before: factsOf(old) }),
          after: { id, evidence: name, datedOn },
        },
      })
      return { id }
    },
    { lock: place.regionId },
  )
}

/** Sets a piece aside; nothing is lost. Throws Denial: not-found, forbidden, conflict. */
export function removeEvidence(viewer: Viewer, input: MarkEvidence) {
  return mark(viewer, input, { removed: true })
}

/** Brings a piece back that was set aside. Throws Denial, also evidenceFull. */
export function restoreEvidence(viewer: Viewer, input: MarkEvidence) {
  return mark(viewer, input, { removed: false })
}

function mark(viewer: Viewer, input: MarkEvidence, { removed }: { removed: boolean }) {
  const { regionId, id, version } = input
  return asViewer(
    viewer,
    async (db) => {
      await getRegion(db, viewer, { id: regionId })
      const piece = await readPiece(db, viewer, regionId, id)
      if (!canManage(viewer, regionId, piece.addedById)) throw new Denial('forbidden')
      if (piece.replacedById || (piece.removedAt !== null) === removed) throw new Denial('conflict')
      if (!removed) await refuseFull(db, regionId, piece.entry)
      await write(db, { regionId, id, version }, { removedAt: removed ? new Date() : null })
      const facts = factsOf(piece)
      await db.activity.create({
        data: {
          ...{ regionId, actorId: viewer.userId, step: piece.step, subject: piece.entry },
          kind: removed ? 'evidence.removed' : 'evidence.restored',
          before: removed ? facts : { id, evidence: null, datedOn: null },
          after: removed ? { id, evidence: null, datedOn: null } : facts,
        },
      })
    },
    { lock: regionId },
  )
}

/** Whether a piece may be put there: the step it belongs to, the region's day, what it replaces. */
async function decide(db: Db, viewer: Viewer, place: EvidencePlace, bytes: number) {
  const { regionId, entry, replaces } = place
  const record = await readRecord(db, viewer, { id: regionId })
  const guide = await getRegionGuide(db, record, 'en')
  const item = findItem(guide, entry)
  const step = item?.step ?? findMilestone(guide, entry)?.step
  if (!step) throw new Denial('not-found')
  const old = replaces ? await readPiece(db, viewer, regionId, replaces) : null
  if (old) {
    if (old.entry !== entry) throw new Denial('not-found')
    if (!canManage(viewer, regionId, old.addedById)) throw new Denial('forbidden')
    if (old.replacedById || old.removedAt || old.version !== place.version) {
      throw new Denial('conflict')
    }
  } else {
    const row =
      record.ticks.find((tick) => tick.item === entry) ??
      record.milestones.find(({ milestone }) => milestone === entry) ??
      null
    const owner = ownerOf(row, item?.item.defaultOwner ?? 'coordinator')
    const own = await readOwnPartner(db, viewer, regionId)
    if (!canTick(viewer, regionId, owner, own)) throw new Denial('forbidden')
    await refuseFull(db, regionId, entry)
  }
  const today = dayIn(record.timeZone, new Date())
  if (place.datedOn && place.datedOn > today) throw new Denial('invalid', 'datedOn:future')
  if (bytes > 0) await refuseFullRegion(db, regionId, bytes)
  return { step: step.slug, today, old }
}

async function refuseFull(db: Db, regionId: string, entry: string) {
  const where = { regionId, entry, replacedById: null, removedAt: null }
  if ((await db.evidence.count({ where })) >= MAX_PIECES)
    throw new Denial('invalid', 'evidenceFull')
}

/**
 * Throws Denial where a region's room for files is used up. Older versions and what is set aside
 * take room too, and so do the files of tasks.
 */
export async function refuseFullRegion(db: Db, regionId: string, bytes: number) {
  const [room] = await db.$queryRaw<{ used: bigint }[]>`select used_bytes(${regionId}::uuid) used`
  if (Number(room?.used ?? 0) + bytes > env.EVIDENCE_MB_PER_REGION * 1024 * 1024) {
    throw new Denial('invalid', 'regionFull')
  }
}

/** What is set aside does not exist for those who cannot bring it back. */
async function readPiece(db: Db, viewer: Viewer, regionId: string, id: string) {
  const piece = await db.evidence.findUnique({ where: { regionId_id: { regionId, id } } })
  if (!piece) throw new Denial('not-found')
  if (piece.removedAt && !canManage(viewer, regionId, piece.addedById)) {
    throw new Denial('not-found')
  }
  return { ...piece, kind: piece.kind as EvidenceKind }
}

/** Writes only over the version the person saw. */
async function write(
  db: Db,
  { regionId, id, version }: MarkEvidence,
  data: { replacedById?: string; removedAt?: Date | null },
) {
  const { count } = await db.evidence.updateMany({
    where: { regionId, id, version },
    data: { ...data, version: version + 1 },
  })
  if (count === 0) throw new Denial('conflict')
}

/** What the activity keeps of a piece. */
function factsOf(piece: Awaited<ReturnType<typeof readPiece>>) {
  const datedOn = piece.datedOn.toISOString().slice(0, 10)
  return { id: piece.id, evidence: nameOfPiece(piece), datedOn }
}
