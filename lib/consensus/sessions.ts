import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { listAsked } from '@/lib/assessment/asked'
import { holding } from '@/lib/assessment/rounds'
import type { Viewer } from '@/lib/auth/rules'
import { makeCode } from '@/lib/consensus/code/rules'
import { outcomeOf, type Present } from '@/lib/consensus/outcome/rules'
import { EVIDENCE_FROM } from '@/lib/consensus/room/rules'
import type {
  AgreeLevel,
  CloseSession,
  NoteTask,
  OpenSession,
  PaceSession,
  ShowOut,
} from '@/lib/consensus/schema'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { getStatements } from '@/lib/guidebook/statements'
import { LOCALES } from '@/lib/i18n/locales'
import type { RegionRecord, RoundRow } from '@/lib/journey/record'
import { settle } from '@/lib/journey/settle'
import { addTask } from '@/lib/tasks/changes'

/**
 * Opens a consensus session about some steps: a code stands on the wall from now on. Throws Denial:
 * not-found, forbidden, a fault of steps.
 */
export function openSession(viewer: Viewer, { regionId, steps, language }: OpenSession) {
  return holding({ viewer, regionId }, async (db, record) => {
    const { edition, timeZone, slug } = record
    const asked = await askedOf(db, { edition, steps })
    if (steps.length === 0) throw new Denial('invalid', 'steps:chooseSome')
    if (asked.length !== new Set(steps).size) throw new Denial('invalid', 'steps:invalid')
    const id = uuid()
    const today = dayIn(timeZone, new Date())
    await db.round.createMany({
      data: [
        {
          ...{ regionId, id, kind: 'consensus', edition, createdById: viewer.userId },
          ...{ steps: asked.map((step) => step.slug), languages: [...LOCALES] },
        },
      ],
    })
    const statements = asked.flatMap((step) => step.statements.map((one) => one.id))
    const codes = Array.from({ length: 5 }, () => makeCode(randomBytes(32)))
    const [opened] = await db.$queryRaw<{ code: string | null }[]>`
      select open_session(${regionId}::uuid, ${id}::uuid, ${today}::date, ${codes}::text[],
        ${language}, ${statements}::text[]) code`
    if (!opened?.code) throw new Denial('conflict')
    const after = { kind: 'consensus', steps: asked.length }
    await db.activity.create({
      data: { regionId, actorId: viewer.userId, kind: 'session.opened', subject: id, after },
    })
    return { id, slug, code: opened.code }
  })
}

/** Moves the room on. Throws Denial: not-found, forbidden, conflict (another facilitator was faster). */
export function paceSession(viewer: Viewer, { regionId, id, version, move }: PaceSession) {
  return holding({ viewer, regionId }, async (db) => {
    const [moved] = await db.$queryRaw<{ version: number | null }[]>`
      select pace_session(${regionId}::uuid, ${id}::uuid, ${version}::int, ${move}) version`
    if (!moved?.version) throw await missing(db, regionId, id)
  })
}

/**
 * Keeps the level that the room agreed on, with its reason; its votes are gone with that. Throws
 * Denial: not-found, forbidden, conflict, a fault of evidence (wanted for 4 and 5).
 */
export function agreeLevel(viewer: Viewer, { regionId, id, version, ...agreed }: AgreeLevel) {
  return holding({ viewer, regionId }, async (db) => {
    const { level, reason, evidence } = agreed
    if (level >= EVIDENCE_FROM && !evidence) throw new Denial('invalid', 'evidence:evidenceNote')
    const [moved] = await db.$queryRaw<{ version: number | null }[]>`
      select agree_level(${regionId}::uuid, ${id}::uuid, ${version}::int, ${level}::int, ${reason},
        ${evidence}) version`
    if (!moved?.version) throw await missing(db, regionId, id)
  })
}

/** Shows somebody out who is none of the room. Throws Denial: not-found, forbidden. */
export function showOut(viewer: Viewer, { regionId, id, person }: ShowOut) {
  return holding({ viewer, regionId }, async (db) => {
    const [shown] = await db.$queryRaw<{ out: boolean }[]>`
      select show_out(${regionId}::uuid, ${id}::uuid, ${person}::uuid) out`
    if (!shown?.out) throw new Denial('not-found')
  })
}

/** Keeps what the room wants to do as a task. Throws Denial like addTask. */
export function noteTask(viewer: Viewer, { regionId, serves, title }: NoteTask) {
  const plain = { doneWhen: '', link: '', dueOn: null, skipCheck: false, repeatMonths: null }
  const whom = { forWhom: 'coordinator' as const, partners: [], person: '' }
  return addTask(viewer, { regionId, serves, title, ...plain, ...whom })
}

/**
 * Ends a session as a closed round: levels and reasons stay, names and votes are gone, and the steps
 * are looked at anew. Throws Denial: not-found, forbidden, conflict.
 */
export function closeSession(viewer: Viewer, { regionId, id, version }: CloseSession) {
  return holding({ viewer, regionId }, async (db, record) => {
    const now = new Date()
    const closedOn = dayIn(record.timeZone, now)
    const [round] = await db.round.findMany({ where: { regionId, id, kind: 'consensus' } })
    const [ended] = await db.$queryRaw<{ present: Present | null }[]>`
      select close_session(${regionId}::uuid, ${id}::uuid, ${version}::int, ${closedOn}::date) present`
    if (!round || !ended?.present) throw await missing(db, regionId, id)
    const levels = await db.consensusLevel.findMany({ where: { regionId, roundId: id } })
    const result = outcomeOf(await askedOf(db, round), levels, ended.present)
    const place = { regionId, roundId: id }
    await db.roundStep.createMany({
      data: result.steps.map((step) => ({
        ...place,
        ...{ ...step, kind: 'consensus', closedOn: fromDay(closedOn) },
      })),
    })
    await db.roundResult.createMany({
      data: result.statements.map((one) => ({
        ...place,
        ...{ statement: one.statement, step: one.step, result: { ...one } },
      })),
    })
    const { people, organisations } = ended.present
    const after = { kind: 'consensus', answered: people, organisations, levels: levels.length }
    await db.activity.create({
      data: {
        regionId,
        actorId: viewer.userId,
        kind: 'session.closed',
        subject: id,
        after,
        at: now,
      },
    })
    const rows = result.steps.map((step): RoundRow => {
      const figures = { level: step.level ?? 0, lowest: step.lowest ?? 0, core: step.core ?? 0 }
      return { ...step, ...figures, kind: 'consensus', closedOn }
    })
    await settleWith(db, record, rows, { actorId: viewer.userId, now })
    return { slug: record.slug }
  })
}

function settleWith(
  db: Db,
  record: RegionRecord,
  rows: RoundRow[],
  cause: { actorId: string; now: Date },
) {
  const after = { ...record, rounds: [...record.rounds, ...rows] }
  return settle(db, after, { ...cause, before: record })
}

async function askedOf(db: Db, { edition, steps }: { edition: number; steps: string[] }) {
  const guide = await getGuide(edition, 'en', db)
  return listAsked(guide, await getStatements(edition, 'en', db), { kind: 'consensus', steps })
}

async function missing(db: Db, regionId: string, id: string): Promise<Denial> {
  const there = await db.consensusSession.count({ where: { regionId, roundId: id } })
  return new Denial(there > 0 ? 'conflict' : 'not-found', there > 0 ? 'sessionMoved' : undefined)
}
