import { v7 as uuid } from 'uuid'
import { canDropTalk, canReadResults, canTalk } from '@/lib/assessment/access/rules'
import { listAsked } from '@/lib/assessment/asked'
import { nextLevel } from '@/lib/assessment/results/rules'
import type { AddTalk, DropTalk } from '@/lib/assessment/schema'
import type { StatementResult } from '@/lib/assessment/scoring/rules'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { getStatements, type Statement } from '@/lib/guidebook/statements'
import { readRecord, type RegionRecord } from '@/lib/journey/record'
import { canKeepTasks } from '@/lib/tasks/access/rules'
import { giveTask, putForward } from '@/lib/tasks/give'

/** What came of a result. The name is null for somebody who is no longer known. */
export interface Talk {
  id: string
  statement: string
  kind: 'task' | 'comment' | 'talked'
  words: string
  author: string | null
  authorId: string | null
  task: { id: string; title: string } | null
  createdAt: Date
}

/** What came of the results of a round, in the order it was said: one statement. */
export function readTalks(db: Db, regionId: string, roundId: string): Promise<Talk[]> {
  return db.$queryRaw<Talk[]>`
    select d.id, d.statement, d.kind, d.words, nullif(u.name, '') author, d.author_id "authorId",
      case when t.id is not null then json_build_object('id', t.id, 'title', t.title) end task,
      d.created_at "createdAt"
    from round_talks d left join users u on u.id = d.author_id
    left join tasks t on t.region_id = d.region_id and t.id = d.task_id
    where d.region_id = ${regionId}::uuid and d.round_id = ${roundId}::uuid order by d.id`
}

/**
 * Makes something of a result: a task towards its next level (a partner's is a proposal), a comment,
 * or the note that it was talked about. Throws Denial: not-found, forbidden, a fault of words.
 */
export function addTalk(viewer: Viewer, { regionId, id, statement, kind, words }: AddTalk) {
  return asViewer(viewer, async (db) => {
    const record = await readRecord(db, viewer, { id: regionId })
    if (!canReadResults(viewer, regionId)) throw new Denial('not-found')
    if (!canTalk(viewer, regionId)) throw new Denial('forbidden')
    if (kind === 'comment' && words === '') throw new Denial('invalid', 'words:required')
    const about = await findStatement(db, viewer, record, { id, statement })
    const task = kind === 'task' ? await makeTask(db, viewer, record, { ...about, words }) : null
    await db.roundTalk.createMany({
      data: [
        {
          ...{ regionId, id: uuid(), roundId: id, statement, kind, words, taskId: task },
          authorId: viewer.userId,
        },
      ],
    })
    const after = { talk: kind }
    await db.activity.createMany({
      data: [
        {
          ...{ regionId, actorId: viewer.userId, kind: 'round.talked', step: about.found.step },
          ...{ subject: id, after },
        },
      ],
    })
    return { task }
  })
}

/** Takes an entry back; a task that was made stays. Throws Denial: not-found, forbidden. */
export function dropTalk(viewer: Viewer, { regionId, id, talk }: DropTalk) {
  return asViewer(viewer, async (db) => {
    await readRecord(db, viewer, { id: regionId })
    if (!canReadResults(viewer, regionId)) throw new Denial('not-found')
    const where = { regionId, roundId: id, id: talk }
    const found = await db.roundTalk.findFirst({ where, select: { authorId: true } })
    if (!found) throw new Denial('not-found')
    if (!canDropTalk(viewer, regionId, found)) throw new Denial('forbidden')
    await db.roundTalk.deleteMany({ where })
  })
}

interface About {
  found: Statement
  /** What the next level looks like; null where there is none to aim for, or none is shown. */
  aim: string | null
}

async function findStatement(
  db: Db,
  viewer: Viewer,
  { id: regionId }: RegionRecord,
  { id, statement }: { id: string; statement: string },
): Promise<About> {
  const round = await db.round.findFirst({ where: { regionId, id, state: 'closed' } })
  if (!round) throw new Denial('not-found')
  const locale = viewer.locale ?? 'en'
  const guide = await getGuide(round.edition, locale, db)
  const asked = listAsked(guide, await getStatements(round.edition, locale, db), round)
  const found = asked.flatMap(({ statements }) => statements).find((one) => one.id === statement)
  if (!found) throw new Denial('not-found')
  const kept = await db.roundResult.findFirst({ where: { regionId, roundId: id, statement } })
  const aim = kept && nextLevel([kept.result as unknown as StatementResult])
  return { found, aim: aim ? (found.anchors[aim.level - 1] ?? null) : null }
}

/** The title says what is true once it is done, as the anchors do. */
function makeTask(
  db: Db,
  viewer: Viewer,
  record: RegionRecord,
  { found, aim, words }: About & { words: string },
): Promise<string> {
  const title = (aim ?? found.text).slice(0, 200)
  const content = { title, doneWhen: words, serves: found.step, link: '', dueOn: null }
  if (!canKeepTasks(viewer, record.id)) return putForward(db, viewer, record, content)
  const asking = { forWhom: 'coordinator' as const, partners: [], person: '' }
  return giveTask(db, viewer, record, {
    ...{ ...content, ...asking, skipCheck: false, repeatMonths: null },
  })
}
