import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { MAX_PIECES, nameOfPiece } from '@/lib/evidence/rules'
import type { Task } from '@/lib/tasks/read'

interface Shown {
  task: Task
  note: string
  link: string
  partnerId: string | null
  today: string
  batch: string
}

/**
 * Keeps what was said of a done task, and the files that show it, as evidence of the item or
 * milestone it serves, named after the organisation; gives how many pieces, none where nothing was
 * said or no room is left.
 */
export async function addShown(db: Db, viewer: Viewer, shown: Shown): Promise<number> {
  const { task, note, link, partnerId, today, batch } = shown
  const { regionId, entry, step } = task
  if (!entry || !step) return 0
  const files = await readNewFiles(db, task, partnerId)
  if (note === '' && link === '' && files.length === 0) return 0
  const where = { regionId, entry, replacedById: null, removedAt: null }
  const room = MAX_PIECES - (await db.evidence.count({ where }))
  const partner = partnerId ? await findName(db, task, partnerId) : null
  const say = (said: string) => (partner ? `${partner}: ${said}` : said)
  const kind = link ? ('link' as const) : ('note' as const)
  const said = { id: uuid(), kind, words: say(note || task.title), url: link, fileName: '' }
  const shownBy = files.map((file) => ({
    ...{ ...file, kind: 'file' as const, words: say(task.title).slice(0, 200), url: '' },
  }))
  const pieces = [...(note || link ? [said] : []), ...shownBy].slice(0, Math.max(0, room))
  if (pieces.length === 0) return 0
  await db.evidence.updateMany({
    where: { regionId, id: { in: pieces.map(({ id }) => id) }, version: 1 },
    data: { removedAt: null },
  })
  await db.evidence.createMany({
    data: pieces.map((piece) => ({
      ...{ regionId, entry, step, ...piece, datedOn: fromDay(today) },
      ...{ addedById: viewer.userId, addedAt: new Date() },
    })),
    // What was taken back is there already, seen or not.
    skipDuplicates: true,
  })
  await db.activity.createMany({
    data: pieces.map((piece) => ({
      ...{ regionId, actorId: viewer.userId, kind: 'evidence.added', step, subject: entry },
      ...{ after: { id: piece.id, evidence: nameOfPiece(piece), datedOn: today }, batch },
    })),
  })
  return pieces.length
}

/**
 * Files that an organisation showed and that are no evidence yet, or no longer: a piece that nobody
 * has touched since its first version was set aside when its being added was taken back.
 */
async function readNewFiles(db: Db, { regionId, id: taskId }: Task, partnerId: string | null) {
  if (!partnerId) return []
  const where = { regionId, taskId, partnerId, removedAt: null }
  const select = { id: true, fileName: true, fileType: true, fileSize: true, fileSha256: true }
  const files = await db.taskFile.findMany({ where, select })
  const ids = files.map(({ id }) => id)
  const known = await db.evidence.findMany({
    where: { regionId, id: { in: ids } },
    select: { id: true, removedAt: true, version: true },
  })
  const standing = known.filter(({ removedAt, version }) => !removedAt || version > 1)
  return files.filter(({ id }) => !standing.some((piece) => piece.id === id))
}

async function findName(db: Db, task: Task, partnerId: string): Promise<string> {
  const known = task.parts.find((part) => part.partnerId === partnerId)
  if (known) return known.partner
  const { regionId } = task
  const partner = await db.partner.findUnique({
    where: { regionId_id: { regionId, id: partnerId } },
    select: { name: true },
  })
  return partner?.name ?? ''
}
