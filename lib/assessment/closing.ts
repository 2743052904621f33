import { v4 as random } from 'uuid'
import { listAsked } from '@/lib/assessment/asked'
import { holding } from '@/lib/assessment/rounds'
import type { MarkRound } from '@/lib/assessment/schema'
import { scoreRound, type Sheet, type StepResult } from '@/lib/assessment/scoring/rules'
import type { Viewer } from '@/lib/auth/rules'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { getStatements } from '@/lib/guidebook/statements'
import type { RegionRecord, RoundRow } from '@/lib/journey/record'
import { settle, type Settled } from '@/lib/journey/settle'

/**
 * Closes an open round before its day. Throws Denial: not-found, forbidden, conflict.
 */
export function closeRound(viewer: Viewer, { regionId, id, version }: MarkRound) {
  return holding({ viewer, regionId }, async (db, record) => {
    const round = await db.round.findFirst({ where: { regionId, id, version, state: 'open' } })
    if (!round) throw new Denial('conflict')
    return closeIn(db, record, round, { actorId: viewer.userId, now: new Date() })
  })
}

/** Closes the rounds of a region whose day is over; gives the record with what they said. */
export async function closeDueRounds(db: Db, record: RegionRecord, now: Date) {
  const today = fromDay(dayIn(record.timeZone, now))
  const due = await db.round.findMany({
    where: { regionId: record.id, state: 'open', closesOn: { lt: today } },
    orderBy: { closesOn: 'asc' },
  })
  let present = record
  for (const round of due) {
    const { rounds } = await fix(db, present, round, { actorId: null, now })
    present = { ...present, rounds: [...present.rounds, ...rounds] }
  }
  return present
}

interface Round {
  id: string
  kind: string
  steps: string[]
  edition: number
}

interface Cause {
  actorId: string | null
  now: Date
}

async function closeIn(db: Db, record: RegionRecord, round: Round, cause: Cause): Promise<Settled> {
  const { rounds } = await fix(db, record, round, cause)
  const after = { ...record, rounds: [...record.rounds, ...rounds] }
  return settle(db, after, { ...cause, before: record })
}

/** Takes the sheets out for good and writes what they say together. */
async function fix(db: Db, record: RegionRecord, round: Round, { actorId, now }: Cause) {
  const { id: regionId } = record
  const closedOn = dayIn(record.timeZone, now)
  const guide = await getGuide(round.edition, 'en', db)
  const asked = listAsked(guide, await getStatements(round.edition, 'en', db), round)
  const found = await db.$queryRaw<{ sheet: Sheet }[]>`
    select close_round(${regionId}::uuid, ${round.id}::uuid, ${closedOn}::date) sheet`
  const result = scoreRound(
    asked,
    found.map(({ sheet }) => sheet),
  )
  const place = { regionId, roundId: round.id }
  await db.roundStep.createMany({
    data: result.steps.map((step) => ({
      ...place,
      ...{ ...step, kind: round.kind, closedOn: fromDay(closedOn) },
    })),
  })
  await db.roundResult.createMany({
    data: result.statements.map((one) => ({
      ...place,
      ...{ statement: one.statement, step: one.step, result: { ...one } },
    })),
  })
  await db.roundComment.createMany({
    data: result.comments.map((one) => ({ ...place, ...one, id: random() })),
  })
  const after = { kind: round.kind, answered: found.length, steps: round.steps.length }
  await db.activity.create({
    data: { regionId, actorId, kind: 'round.closed', subject: round.id, after, at: now },
  })
  return { rounds: round.kind === 'short' ? [] : result.steps.map((s) => asRow(s, closedOn)) }
}

function asRow(
  { step, respondents, organisations, sectors, level, lowest, core, differs }: StepResult,
  closedOn: string,
): RoundRow {
  const levels = { level: level ?? 0, lowest: lowest ?? 0, core: core ?? 0 }
  return { step, closedOn, kind: 'survey', respondents, organisations, sectors, differs, ...levels }
}
