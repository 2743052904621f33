import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { listReachable } from '@/lib/comments/data'
import { canEditComment, canRemoveComment, voiceIn } from '@/lib/comments/rules'
import type { AddComment, EditComment, RemoveComment, SettleQuestion } from '@/lib/comments/schema'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { createThrottle } from '@/lib/db/throttle'
import { Denial } from '@/lib/errors'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import { getRegionGuide, readRecord } from '@/lib/journey/record'
import { notify } from '@/lib/notices/notify'
import { getRegion } from '@/lib/regions/find'

const allowsWriter = createThrottle('comment', 120, 3600)

/**
 * Adds a comment to an item, milestone or task; those it names hear of it in their next mail, and of
 * what a partner says of a task without naming anybody the coordinators do. Without a question of its
 * own it settles the open questions of others there.
 * Throws Denial: not-found, forbidden, tooOften, a fault of tell for people who cannot be reached.
 */
export async function addComment(viewer: Viewer, input: AddComment): Promise<void> {
  if (!(await allowsWriter(viewer.userId))) throw new Denial('forbidden', 'tooOften')
  await asViewer(viewer, async (db) => {
    const record = await readRecord(db, viewer, { id: input.regionId })
    const voice = voiceIn(viewer, record.id)
    if (!voice) throw new Denial('forbidden')
    const guide = await getRegionGuide(db, record, 'en')
    const entry = findItem(guide, input.subject) ?? findMilestone(guide, input.subject)
    const task = entry ? null : await findTask(db, input)
    const people = await findPeople(db, viewer, input)
    const step = entry?.step.slug ?? task?.step ?? ''
    const comment = { regionId: record.id, id: uuid(), step }
    await db.comment.createMany({
      data: [
        {
          ...{ ...comment, subject: input.subject, text: input.text, asks: input.asks },
          ...{ authorId: viewer.userId, authorRole: voice, createdAt: new Date() },
        },
      ],
    })
    if (people.length > 0) {
      const { regionId, id: commentId } = comment
      const rows = people.map((userId) => ({ regionId, commentId, userId }))
      await db.commentMention.createMany({ data: rows })
    }
    // Whom a question names is not for somebody to see who came by a mailed address.
    if (!input.asks && !viewer.card) {
      await settleOthers(db, viewer, { ...comment, subject: input.subject })
    }
    const after = {
      ...{ comment: comment.id, asks: input.asks, mentions: people.length },
      ...(task && { title: task.title }),
    }
    await note(db, viewer, 'comment.added', { ...comment, subject: input.subject }, after)
    const own = record.own.find(({ id }) => id === input.subject)
    const listens = task && voice === 'partner' && people.length === 0
    const heard = listens ? await listCoordinators(db, record.id) : people
    const told = heard.filter((id) => id !== viewer.userId)
    const title = own?.title ?? task?.title ?? ''
    const facts = { comment: comment.id, by: viewer.name || viewer.email, title }
    await notify(
      db,
      record.id,
      told.map((userId) => ({ userId, kind: 'comment.mention', subject: input.subject, facts })),
    )
  })
}

/** The task a comment is about; what is set aside is closed to new words. Throws Denial. */
async function findTask(db: Db, { regionId, subject }: AddComment) {
  const isId = !subject.includes('.')
  const task = isId && (await db.task.findFirst({ where: { regionId, id: subject } }))
  if (!task || task.archivedAt) throw new Denial('not-found')
  return task
}

async function listCoordinators(db: Db, regionId: string): Promise<string[]> {
  const where = { regionId, role: 'coordinator' }
  const members = await db.member.findMany({ where, select: { userId: true } })
  return members.map(({ userId }) => userId)
}

/** Corrects one's own words. Throws Denial: not-found, forbidden after a while, conflict. */
export function editComment(viewer: Viewer, input: EditComment): Promise<void> {
  return asViewer(viewer, async (db) => {
    const comment = await readComment(db, viewer, input)
    const now = new Date()
    if (!canEditComment(viewer, input.regionId, comment, now)) throw new Denial('forbidden')
    const { text, asks } = input
    await write(db, input, { text, asks, editedAt: now })
    await note(db, viewer, 'comment.changed', comment, { comment: comment.id, asks })
  })
}

/**
 * Takes the words of a comment away; its place in the thread stays, and questions that it had
 * settled are open again. Throws Denial: not-found, forbidden, conflict.
 */
export function removeComment(viewer: Viewer, input: RemoveComment): Promise<void> {
  return asViewer(viewer, async (db) => {
    const comment = await readComment(db, viewer, input)
    if (!canRemoveComment(viewer, input.regionId, comment)) throw new Denial('forbidden')
    await write(db, input, { text: '', removedAt: new Date() })
    await db.comment.updateMany({
      where: { regionId: input.regionId, subject: comment.subject, answeredWith: comment.id },
      data: { answeredAt: null, answeredWith: null, version: { increment: 1 } },
    })
    await note(db, viewer, 'comment.removed', comment, { comment: comment.id })
  })
}

/** Says of a question that it is answered, or that it is not. Throws Denial like the others. */
export function settleQuestion(viewer: Viewer, input: SettleQuestion): Promise<void> {
  return asViewer(viewer, async (db) => {
    const comment = await readComment(db, viewer, input)
    if (!voiceIn(viewer, input.regionId)) throw new Denial('forbidden')
    const isAnswered = input.answered === 'yes'
    if (!comment.asks || comment.removedAt || (comment.answeredAt !== null) === isAnswered) {
      throw new Denial('conflict')
    }
    await write(db, input, { answeredAt: isAnswered ? new Date() : null, answeredWith: null })
    const kind = isAnswered ? 'comment.answered' : 'comment.reopened'
    await note(db, viewer, kind, comment, { comment: comment.id })
  })
}

/** The comment with its region, if the viewer may know of it. */
async function readComment(db: Db, viewer: Viewer, { regionId, id }: RemoveComment) {
  await getRegion(db, viewer, { id: regionId })
  const comment = await db.comment.findUnique({ where: { regionId_id: { regionId, id } } })
  if (!comment) throw new Denial('not-found')
  return comment
}

/** Writes what the viewer saw last; 0 rows: somebody was faster. */
async function write(db: Db, { regionId, id, version }: RemoveComment, data: object) {
  const written = await db.comment.updateMany({
    where: { regionId, id, version },
    data: { ...data, version: version + 1 },
  })
  if (written.count === 0) throw new Denial('conflict')
}

/** The people a comment names, each of them somebody who sees the region. */
async function findPeople(db: Db, viewer: Viewer, { regionId, subject, tell }: AddComment) {
  if (tell.length === 0) return []
  const reachable = await listReachable(db, viewer, regionId, subject)
  const known = new Set(reachable.map(({ id }) => id))
  if (tell.some((id) => !known.has(id))) throw new Denial('invalid', 'tell:people')
  return tell
}

interface Place {
  regionId: string
  id: string
  step: string
  subject: string
}

/** An answer settles what others asked before: of all, or of those whom it names this person. */
async function settleOthers(db: Db, viewer: Viewer, { regionId, id, subject }: Place) {
  await db.comment.updateMany({
    where: {
      ...{ regionId, subject, asks: true, answeredAt: null, removedAt: null },
      // Of those who are no longer known, nobody can be the same person.
      AND: [
        { OR: [{ authorId: { not: viewer.userId } }, { authorId: null }] },
        { OR: [{ mentions: { none: {} } }, { mentions: { some: { userId: viewer.userId } } }] },
      ],
    },
    data: { answeredAt: new Date(), answeredWith: id, version: { increment: 1 } },
  })
}

/** Notes it without a word of the text: what is removed or erased there is gone everywhere. */
async function note(
  db: Db,
  { userId }: Viewer,
  kind: string,
  { regionId, step, subject }: Place,
  after: object,
) {
  await db.activity.createMany({
    data: [{ regionId, actorId: userId, kind, step: step || null, subject, after }],
  })
}
