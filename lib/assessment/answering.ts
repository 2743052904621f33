import { createHash } from 'node:crypto'
import { canAnswer } from '@/lib/assessment/access/rules'
import { listAsked } from '@/lib/assessment/asked'
import type { AnswerRound } from '@/lib/assessment/schema'
import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { getStatements } from '@/lib/guidebook/statements'
import { readRecord } from '@/lib/journey/record'

/**
 * What a round asks the viewer, and whether they have answered already. Throws
 * Denial('not-found') for whoever is not asked.
 */
export function getSheet(viewer: Viewer, slug: string, id: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const { id: regionId, name, timeZone } = await readRecord(db, viewer, { slug })
    if (!canAnswer(viewer, regionId)) throw new Denial('not-found')
    const round = await db.round.findFirst({ where: { regionId, id } })
    const [seat] = await db.$queryRaw<{ seat: 'asked' | 'answered' | null }[]>`
      select my_seat(${regionId}::uuid, ${id}::uuid) seat`
    if (!round || !seat?.seat || round.state === 'draft') throw new Denial('not-found')
    const { edition, kind, steps, languages, message, state, closesOn } = round
    const guide = await getGuide(edition, locale, db)
    const asked = listAsked(guide, await getStatements(edition, locale, db), { kind, steps })
    return {
      region: { id: regionId, slug, name },
      round: { id, kind, languages, message, state, closesOn },
      asked,
      today: dayIn(timeZone, new Date()),
      hasAnswered: seat.seat === 'answered',
      looksBack: await hasEarlier(db, regionId, kind),
    }
  })
}

/**
 * Takes the viewer's answers, or a correction of them by the secret of their browser. They are kept
 * without who gave them. Throws Denial: not-found, forbidden, conflict (closed meanwhile, or answered
 * elsewhere already), a fault of answers.
 */
export function answerRound(viewer: Viewer, input: AnswerRound): Promise<'kept' | 'corrected'> {
  return asViewer(viewer, async (db) => {
    const record = await readRecord(db, viewer, { id: input.regionId })
    if (!canAnswer(viewer, record.id)) throw new Denial('forbidden')
    const round = await db.round.findFirst({ where: { regionId: record.id, id: input.id } })
    if (!round) throw new Denial('not-found')
    const guide = await getGuide(round.edition, 'en', db)
    const asked = listAsked(guide, await getStatements(round.edition, 'en', db), round)
    const known = new Set(asked.flatMap(({ statements }) => statements.map(({ id }) => id)))
    const steps = new Set(asked.map(({ slug }) => slug))
    const answers = Object.fromEntries(
      readPairs(input.answers, known, 'answers').map(([id, level]) => [id, Number(level) || null]),
    )
    if (Object.keys(answers).length === 0) throw new Denial('invalid', 'answers:answerSome')
    const back = Object.fromEntries(
      readPairs(input.lookBack, steps, 'lookBack').map(([step, level]) => [step, Number(level)]),
    )
    // A form that is posted without a script says in a second list what each comment is about.
    const said = input.said.map((words, at) => `${input.saidOn[at] ?? ''}=${words}`)
    const comments = Object.fromEntries(
      readPairs([...input.comments, ...said], steps, 'comments').filter(
        ([, words]) => words.trim() !== '',
      ),
    )
    const mark = createHash('sha256').update(input.secret).digest()
    const today = dayIn(record.timeZone, new Date())
    const [done] = await db.$queryRaw<{ kept: string }[]>`
      select keep_sheet(${record.id}::uuid, ${round.id}::uuid, ${today}::date, ${mark},
        ${JSON.stringify(answers)}::jsonb, ${JSON.stringify(back)}::jsonb,
        ${JSON.stringify(comments)}::jsonb) kept`
    if (done?.kept === 'closed') throw new Denial('conflict', 'roundClosed')
    if (done?.kept === 'answered') throw new Denial('conflict', 'answeredElsewhere')
    if (done?.kept !== 'kept' && done?.kept !== 'corrected') throw new Denial('not-found')
    return done.kept
  })
}

/**
 * Seats the viewer in the open round that an address leads to, and gives its id. Throws
 * Denial('not-found') for a wrong or ended address, or without an organisation in the region.
 */
export function joinRound(viewer: Viewer, slug: string, link: string): Promise<string> {
  return asViewer(viewer, async (db) => {
    const { id: regionId } = await readRecord(db, viewer, { slug })
    if (!canAnswer(viewer, regionId)) throw new Denial('not-found')
    const [found] = await db.$queryRaw<{ round: string | null }[]>`
      select join_round(${regionId}::uuid, ${link}) round`
    if (!found?.round) throw new Denial('not-found', 'linkEnded')
    return found.round
  })
}

async function hasEarlier(db: Db, regionId: string, kind: string): Promise<boolean> {
  return (await db.round.count({ where: { regionId, kind, state: 'closed' } })) > 0
}

/** Pairs as the form sends them; throws a fault of the field for what the round does not ask. */
function readPairs(
  sent: readonly string[],
  known: ReadonlySet<string>,
  field: string,
): [string, string][] {
  return sent
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      const name = pair.slice(0, at)
      if (!known.has(name)) throw new Denial('invalid', `${field}:invalid`)
      return [name, pair.slice(at + 1)]
    })
}
