import { createHash, createHmac } from 'node:crypto'
import { readCode } from '@/lib/consensus/code/rules'
import { type CastVote, doorShape, type EnterRoom, seatShape } from '@/lib/consensus/schema'
import type { Db } from '@/lib/db/as-viewer'
import { castVoteAs, enterRoomAs, findRoomFacts, findSeatFacts } from '@/lib/db/as-guest'
import { createThrottle } from '@/lib/db/throttle'
import { env, isSecure } from '@/lib/env'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { getStatements } from '@/lib/guidebook/statements'

/** Known to the pages of sessions alone, and dead after half a day at the latest. */
export const SEAT_COOKIE = isSecure ? '__Secure-lep-seat' : 'lep-seat'
export const seatCookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure,
  path: '/session',
  maxAge: 12 * 60 * 60,
} as const

// A whole room may come from one address; guessing a code takes a hundred thousand times more.
const allowsKnocking = createThrottle('session', 1500, 900)

/**
 * The room behind a code, with the organisations one can come from; null for a wrong code, a dead
 * one, and to whoever knocks too often.
 */
export async function findRoom(typed: string, client: string) {
  const code = readCode(typed)
  if (!(await allowsKnocking(client)) || !code) return null
  const facts = await findRoomFacts(code)
  return facts ? { code, ...doorShape.parse(facts) } : null
}

/**
 * Lets somebody into a room and gives the secret of their seat. The same form sent twice takes one
 * seat. Throws Denial: not-found (no such room), faults of organisation, partner and sector.
 */
export async function enterRoom(input: EnterRoom, sent: { client: string; requestKey: string }) {
  const code = readCode(input.code)
  if (!(await allowsKnocking(sent.client)) || !code) throw new Denial('not-found', 'sessionGone')
  const { name, organisation } = input
  const partner = input.partner || null
  const sector = input.sector || null
  if (!partner && !organisation) throw new Denial('invalid', 'organisation:required')
  if (!partner && !sector) throw new Denial('invalid', 'sector:required')
  const secret = createHmac('sha256', env.NEXTAUTH_SECRET)
    .update(`seat ${code} ${sent.requestKey}`)
    .digest('base64url')
  const guest = { code, mark: hashOf(secret), name, partner, organisation, sector }
  const answer = await enterRoomAs(guest)
  if (answer === 'organisation') throw new Denial('invalid', 'partner:invalid')
  if (answer === 'full') throw new Denial('invalid', 'sessionFull')
  if (answer !== 'in') throw new Denial('not-found', 'sessionGone')
  return { code, secret }
}

/** Whose phone it is, where the room stands and how they voted; null without a seat in this room. */
export async function findSeat(typed: string, secret: string | undefined) {
  const code = readCode(typed)
  if (!code || !secret) return null
  const facts = await findSeatFacts(code, hashOf(secret))
  return facts ? { code, ...seatShape.parse(facts) } : null
}

/** Takes a vote of a seat: kept, late, or gone with the seat or the room. */
export async function castVote(typed: string, secret: string | undefined, vote: CastVote) {
  const code = readCode(typed)
  if (!code || !secret) return 'gone'
  return castVoteAs({ code, mark: hashOf(secret), ...vote })
}

/**
 * The statements of a session in its order, with their anchors, in one language. Inside a
 * transaction give its `db`.
 */
export async function listSheets(
  { edition, statements }: { edition: number; statements: readonly string[] },
  locale: string,
  db?: Db,
) {
  const guide = await getGuide(edition, locale, db)
  const known = await getStatements(edition, locale, db)
  return statements.flatMap((id) => {
    const found = known.find((one) => one.id === id)
    const step = guide.steps.find(({ slug }) => slug === found?.step)
    if (!found || !step) return []
    const { text, anchors } = found
    return [
      {
        id,
        text,
        anchors,
        step: step.slug,
        number: step.number,
        part: step.part,
        title: step.title,
      },
    ]
  })
}

export type Sheet = Awaited<ReturnType<typeof listSheets>>[number]

/** What the database keeps instead of a seat's secret: a dump opens no seat. */
function hashOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest()
}
