import {
  canDropTalk,
  canHoldRounds,
  canReadLevels,
  canReadResults,
  canTalk,
} from '@/lib/assessment/access/rules'
import { type AskedWords, listAsked } from '@/lib/assessment/asked'
import { closingDays, nextRoundFrom } from '@/lib/assessment/dates/rules'
import { readProgress } from '@/lib/assessment/progress'
import type { StatementResult, StepResult } from '@/lib/assessment/scoring/rules'
import { readTalks } from '@/lib/assessment/talks'
import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { getStatements } from '@/lib/guidebook/statements'
import { readRecord } from '@/lib/journey/record'

/** A round as lists show it. Days are ISO days. */
export interface RoundSummary {
  id: string
  kind: 'full' | 'short' | 'consensus'
  state: 'draft' | 'open' | 'closed'
  edition: number
  steps: string[]
  languages: string[]
  message: string
  closesOn: string | null
  openedOn: string | null
  closedOn: string | null
  link: string | null
  asked: number
  answered: number
  otherPartners: boolean
  version: number
  /** What the viewer still has to do in it, if they are asked. */
  seat: 'asked' | 'answered' | null
}

/**
 * The rounds of a region, the newest first; drafts for coordinators alone. Throws
 * Denial('not-found') for what the viewer may not see.
 */
export function listRounds(viewer: Viewer, slug: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const { id, name, timeZone, edition } = await readRecord(db, viewer, { slug })
    if (!canReadLevels(viewer, id)) throw new Denial('not-found')
    const rounds = await readRounds(db, id)
    const guide = await getGuide(edition, locale, db)
    const latest = rounds.find(({ kind, state }) => kind === 'full' && state === 'closed') ?? null
    return {
      region: { id, slug, name },
      today: dayIn(timeZone, new Date()),
      rounds,
      steps: guide.steps.map(({ slug: step, number, part, title }) => ({
        ...{ slug: step, number, part, title },
      })),
      levels: latest ? await readSteps(db, id, [latest.id]) : [],
      latest,
      nextFrom: nextRoundFrom(latest?.closedOn ?? null),
      holds: canHoldRounds(viewer, id),
      reads: canReadResults(viewer, id),
    }
  })
}

/**
 * One round with all that its state lets the viewer know: the plan of a draft, the numbers of an
 * open one, the results of a closed one beside the round before. Throws Denial('not-found').
 */
export function getRound(viewer: Viewer, slug: string, id: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const { id: regionId, name, timeZone } = await readRecord(db, viewer, { slug })
    if (!canReadResults(viewer, regionId)) throw new Denial('not-found')
    const rounds = await readRounds(db, regionId)
    const round = rounds.find((one) => one.id === id)
    if (!round) throw new Denial('not-found')
    const holds = canHoldRounds(viewer, regionId)
    const today = dayIn(timeZone, new Date())
    const guide = await getGuide(round.edition, locale, db)
    const statements = await getStatements(round.edition, locale, db)
    const asked = listAsked(guide, statements, round)
    const isClosed = round.state === 'closed'
    const before = isClosed ? findBefore(rounds, round) : null
    const talks = isClosed ? await readTalks(db, regionId, id) : []
    return {
      region: { id: regionId, slug, name },
      ...{ round, asked, today, holds },
      closing: closingDays(round.openedOn ?? today),
      people: holds ? await readPeople(db, regionId, id) : [],
      progress: holds && round.state === 'open' ? await readProgress(db, regionId, id) : null,
      results: isClosed ? await readResults(db, regionId, { round, before, asked }) : null,
      talks: talks.map((talk) => ({ ...talk, mayDrop: canDropTalk(viewer, regionId, talk) })),
      makes: makesOf(viewer, regionId),
    }
  })
}

/** What the viewer's tasks out of a result are: given by coordinators, proposed by partners. */
function makesOf(viewer: Viewer, regionId: string): 'tasks' | 'proposals' | null {
  if (canHoldRounds(viewer, regionId)) return 'tasks'
  return canTalk(viewer, regionId) ? 'proposals' : null
}

export type RoundFound = Awaited<ReturnType<typeof getRound>>

function readRounds(db: Db, regionId: string): Promise<RoundSummary[]> {
  return db.$queryRaw<RoundSummary[]>`
    select r.id, r.kind, r.state, r.edition, r.steps, r.languages, r.message,
      r.closes_on::text "closesOn", r.opened_on::text "openedOn", r.closed_on::text "closedOn",
      r.link, r.asked, r.answered, r.other_partners "otherPartners", r.version,
      my_seat(r.region_id, r.id) seat
    from rounds r where r.region_id = ${regionId}::uuid order by r.id desc`
}

/** The organisations asked, with how many people each; coordinators know whom they asked. */
async function readPeople(db: Db, regionId: string, roundId: string) {
  return db.$queryRaw<{ partnerId: string; name: string; people: number }[]>`
    select p.id "partnerId", p.name, count(*)::int people from round_people s
    join partners p on p.region_id = s.region_id and p.id = s.partner_id
    where s.region_id = ${regionId}::uuid and s.round_id = ${roundId}::uuid
    group by p.id, p.name order by p.name`
}

interface Wanted {
  round: RoundSummary
  before: RoundSummary | null
  asked: AskedWords[]
}

async function readResults(db: Db, regionId: string, { round, before, asked }: Wanted) {
  const steps = await readSteps(db, regionId, before ? [round.id, before.id] : [round.id])
  const { statements, comments } = await readKept(db, regionId, round.id)
  const known = new Map(statements.map((one) => [one.statement, one]))
  const then = before ? await wordingOf(db, before.edition) : null
  const now = await wordingOf(db, round.edition)
  return {
    before,
    comments,
    steps: asked.flatMap((step) => {
      const own = steps.find((one) => one.step === step.slug && one.roundId === round.id)
      if (!own) return []
      const earlier = steps.find((one) => one.step === step.slug && one.roundId === before?.id)
      const isSame = then !== null && then.get(step.slug) === now.get(step.slug)
      return [
        {
          ...{ asked: step, result: own, before: isSame ? (earlier ?? null) : null },
          statements: step.statements.flatMap(({ id }) => known.get(id) ?? []),
        },
      ]
    }),
  }
}

/** What a closed round says of its statements, and the comments; by their ids, which are random. */
async function readKept(db: Db, regionId: string, roundId: string) {
  const [kept] = await db.$queryRaw<
    { statements: StatementResult[]; comments: { step: string; words: string }[] }[]
  >`
    select (select coalesce(jsonb_agg(result), '[]') from round_results
        where region_id = ${regionId}::uuid and round_id = ${roundId}::uuid) statements,
      (select coalesce(jsonb_agg(jsonb_build_object('step', step, 'words', words) order by id), '[]')
        from round_comments
        where region_id = ${regionId}::uuid and round_id = ${roundId}::uuid) comments`
  return kept ?? { statements: [], comments: [] }
}

function readSteps(db: Db, regionId: string, rounds: string[]) {
  return db.$queryRaw<(StepResult & { roundId: string })[]>`
    select round_id "roundId", step, respondents, organisations, sectors, level::float8,
      lowest::float8, core::float8, look_back::float8 "lookBack", differs, groups
    from round_steps where region_id = ${regionId}::uuid and round_id = any (${rounds}::uuid[])`
}

/** The round of the same kind that closed last before this one. */
function findBefore(rounds: readonly RoundSummary[], { id, kind, closedOn }: RoundSummary) {
  const earlier = rounds.filter(
    (one) => one.kind === kind && one.state === 'closed' && one.id !== id,
  )
  const past = earlier.filter((one) => (one.closedOn ?? '') <= (closedOn ?? ''))
  return past.find((one) => one.id < id) ?? null
}

/** The wording of each step's statements as one word: levels compare where it is the same. */
async function wordingOf(db: Db, edition: number): Promise<Map<string, string>> {
  const statements = await getStatements(edition, 'en', db)
  const steps = Map.groupBy(statements, ({ step }) => step)
  return new Map(
    [...steps].map(([step, own]) => [step, own.map((one) => `${one.id}@${one.version}`).join()]),
  )
}
