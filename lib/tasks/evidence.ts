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
 * Keeps what was said of a done task as evidence of the item or milestone it serves, named after
 * the organisation; gives the piece's id, or null where nothing was said or no room is left.
 */
export async function addShown(db: Db, viewer: Viewer, shown: Shown): Promise<string | null> {
  const { task, note, link, partnerId, today, batch } = shown
  const { regionId, entry, step } = task
  if (!entry || !step || (note === '' && link === '')) return null
  const where = { regionId, entry, replacedById: null, removedAt: null }
  if ((await db.evidence.count({ where })) >= MAX_PIECES) return null
  const partner = partnerId ? await findName(db, task, partnerId) : null
  const said = note || task.title
  const id = uuid()
  const kind = link ? ('link' as const) : ('note' as const)
  const content = { kind, words: partner ? `${partner}: ${said}` : said, url: link }
  await db.evidence.createMany({
    data: [
      {
        ...{ regionId, id, entry, step, ...content, datedOn: fromDay(today) },
        ...{ addedById: viewer.userId, addedAt: new Date() },
      },
    ],
  })
  const after = { id, evidence: nameOfPiece({ ...content, fileName: '' }), datedOn: today }
  await db.activity.createMany({
    data: [
      {
        ...{ regionId, actorId: viewer.userId, kind: 'evidence.added', step, subject: entry },
        ...{ after, batch },
      },
    ],
  })
  return id
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
