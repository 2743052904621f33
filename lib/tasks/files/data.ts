import type { Viewer } from '@/lib/auth/rules'
import type { TaskCard } from '@/lib/auth/task-link'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { refuseFullRegion } from '@/lib/evidence/changes'
import { contentDisposition } from '@/lib/evidence/download/rules'
import { evidenceStore } from '@/lib/evidence/store/chosen'
import { keyOf } from '@/lib/evidence/store/store'
import { log } from '@/lib/log'
import { getRegion } from '@/lib/regions/find'
import type { TakenFile } from '@/lib/tasks/files/take'

/** How many files, and how many pages, one task may have at a time. */
export const MOST_FILES = 20

/** A file of a task as pages show it; `partnerId` is null for what helps with it. */
export interface TaskFileRow {
  id: string
  partnerId: string | null
  fileName: string
  fileType: string
  fileSize: number
}

const select = {
  id: true,
  partnerId: true,
  fileName: true,
  fileType: true,
  fileSize: true,
} as const

/** A page that helps with a task. */
export interface TaskPageRow {
  id: string
  url: string
  words: string
}

/** The pages that help with a task and stand, oldest first. */
export function readPages(db: Db, regionId: string, taskId: string): Promise<TaskPageRow[]> {
  const where = { regionId, taskId, removedAt: null }
  return db.taskPage.findMany({
    where,
    select: { id: true, url: true, words: true },
    orderBy: { id: 'asc' },
  })
}

/** The files of a task that stand, oldest first. */
export function readFiles(db: Db, regionId: string, taskId: string): Promise<TaskFileRow[]> {
  const where = { regionId, taskId, removedAt: null }
  return db.taskFile.findMany({ where, select, orderBy: { id: 'asc' } })
}

/**
 * Names a file whose bytes are kept: in the transaction of what brings it along. Throws Denial when
 * the task, or the region's room, is full.
 */
export async function addFileRow(
  db: Db,
  viewer: Viewer,
  place: { regionId: string; taskId: string; partnerId: string | null },
  file: TakenFile,
): Promise<void> {
  const { regionId, taskId } = place
  const count = await db.taskFile.count({ where: { regionId, taskId, removedAt: null } })
  if (count >= MOST_FILES) throw new Denial('invalid', 'evidenceFull')
  await refuseFullRegion(db, regionId, file.fileSize)
  await db.taskFile.createMany({ data: [{ ...place, ...file, addedById: viewer.userId }] })
}

/** A file's bytes with the headers it is handed out with. Throws Denial('not-found'). */
export async function openTaskFile(viewer: Viewer, slug: string, id: string) {
  const file = await asViewer(viewer, async (db) => {
    const { id: regionId } = await getRegion(db, viewer, { slug })
    return db.taskFile.findFirst({ where: { regionId, id, removedAt: null } })
  })
  return open(file)
}

/** The same for whoever came by a mailed address: files that help, and their own organisation's. */
export async function openCardFile({ viewer, regionId, taskId, partnerId }: TaskCard, id: string) {
  const mine = { OR: [{ partnerId: null }, { partnerId }] }
  const where = { regionId, taskId, id, removedAt: null, ...mine }
  return open(await asViewer(viewer, (db) => db.taskFile.findFirst({ where })))
}

type Found = Pick<TaskFileRow, 'id' | 'fileName' | 'fileType' | 'fileSize'> & { regionId: string }

async function open(file: Found | null) {
  if (!file) throw new Denial('not-found')
  const body = await (await evidenceStore()).open(keyOf(file))
  if (!body) {
    log.error({ event: 'evidence.lost', key: keyOf(file) })
    throw new Denial('not-found')
  }
  const headers = {
    'content-type': file.fileType,
    'content-length': String(file.fileSize),
    'content-disposition': contentDisposition(file.fileName),
    'cross-origin-resource-policy': 'same-origin',
  }
  return { body, headers }
}
