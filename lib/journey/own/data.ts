import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { findStep } from '@/lib/guidebook/rules'
import { canPlan } from '@/lib/journey/access/rules'
import { moveWithin, type OwnEntryRow, ownId } from '@/lib/journey/own/rules'
import type { AddOwn, ChangeOwn, MarkOwn, MoveOwn } from '@/lib/journey/own/schema'
import { readRecord, type RegionRecord } from '@/lib/journey/record'

/** More would be a list nobody reads. */
export const MOST_OF_A_STEP = 30

/**
 * Adds an item or milestone of the region's own behind the guidebook's; gives its id.
 * Throws Denial: not-found, forbidden, or a limit of 30 a step.
 */
export function addOwn(viewer: Viewer, input: AddOwn): Promise<string> {
  return change(viewer, input.regionId, async (db, record) => {
    const { regionId, step, kind, title, doneWhen } = input
    if (!findStep(await getGuide(record.edition, 'en', db), step)) throw new Denial('not-found')
    const others = record.own.filter((own) => own.step === step && own.kind === kind)
    if (others.length >= MOST_OF_A_STEP) throw new Denial('forbidden', 'tooManyOwn')
    const id = ownId(step, kind, uuid())
    const position = Math.max(0, ...others.map((own) => own.position)) + 1
    await db.ownEntry.create({ data: { regionId, id, step, kind, title, doneWhen, position } })
    await note(db, viewer, record, { id, step, kind: 'own.added', after: { title, doneWhen } })
    return id
  })
}

/** Renames an own item or milestone. Throws Denial: not-found, forbidden, conflict. */
export function changeOwn(viewer: Viewer, input: ChangeOwn): Promise<void> {
  return change(viewer, input.regionId, async (db, record) => {
    const own = find(record, input)
    const { title, doneWhen } = input
    await write(db, record, own, { title, doneWhen })
    const before = { title: own.title, doneWhen: own.doneWhen }
    await note(db, viewer, record, {
      ...own,
      kind: 'own.changed',
      before,
      after: { title, doneWhen },
    })
  })
}

/** Moves an own entry one place up or down its list. Throws Denial: not-found, forbidden, conflict. */
export function moveOwn(viewer: Viewer, input: MoveOwn): Promise<void> {
  return change(viewer, input.regionId, async (db, record) => {
    const own = find(record, input)
    const places = JSON.stringify(moveWithin(record.own, own, input.way))
    await db.$executeRaw`update own_entries o set position = s.position, version = o.version + 1
      from jsonb_to_recordset(${places}::jsonb) as s(id text, position int)
      where o.region_id = ${record.id}::uuid and o.id = s.id`
    await note(db, viewer, record, { ...own, kind: 'own.moved', after: { title: own.title } })
  })
}

/** Sets an own entry aside; it stays readable. Throws Denial: not-found, forbidden, conflict. */
export function archiveOwn(viewer: Viewer, input: MarkOwn): Promise<void> {
  return change(viewer, input.regionId, (db, record) =>
    setOwnAside(db, viewer, record, find(record, input), { aside: true }),
  )
}

/** Takes an own entry in again. Throws Denial: not-found, forbidden, conflict. */
export function restoreOwn(viewer: Viewer, input: MarkOwn): Promise<void> {
  return change(viewer, input.regionId, (db, record) =>
    setOwnAside(db, viewer, record, find(record, input), { aside: false }),
  )
}

/** Sets aside or takes in again, within a change that has asked who may. */
export async function setOwnAside(
  db: Db,
  viewer: Viewer,
  record: RegionRecord,
  own: OwnEntryRow,
  { aside, undoes }: { aside: boolean; undoes?: string },
): Promise<void> {
  await write(db, record, own, { archivedAt: aside ? new Date() : null })
  const kind = aside ? 'own.archived' : 'own.restored'
  await note(db, viewer, record, { ...own, kind, after: { title: own.title }, undoes })
}

function change<T>(
  viewer: Viewer,
  regionId: string,
  work: (db: Db, record: RegionRecord) => Promise<T>,
): Promise<T> {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: regionId })
      if (!canPlan(viewer, record.id)) throw new Denial('forbidden')
      return work(db, record)
    },
    { lock: regionId },
  )
}

function find(record: RegionRecord, { id, version }: MarkOwn): OwnEntryRow {
  const own = record.own.find((entry) => entry.id === id)
  if (!own) throw new Denial('not-found')
  if (own.version !== version) throw new Denial('conflict')
  return own
}

async function write(
  db: Db,
  { id: regionId }: RegionRecord,
  { id, version }: OwnEntryRow,
  data: { title?: string; doneWhen?: string; archivedAt?: Date | null },
) {
  const where = { regionId, id, version }
  const written = await db.ownEntry.updateMany({ where, data: { ...data, version: version + 1 } })
  if (written.count === 0) throw new Denial('conflict')
}

interface Note {
  id: string
  step: string
  kind: string
  before?: Record<string, string>
  after: Record<string, string>
  undoes?: string | undefined
}

async function note(db: Db, { userId }: Viewer, { id: regionId }: RegionRecord, entry: Note) {
  const { id: subject, step, kind, before, after, undoes } = entry
  const data = { regionId, actorId: userId, kind, step, subject, after }
  await db.activity.create({
    data: { ...data, ...(before && { before }), ...(undoes && { undoes }) },
  })
}
