import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import { castVote, findSeat, SEAT_COOKIE } from '@/lib/consensus/guests'
import { castVoteSchema } from '@/lib/consensus/schema'

type Context = RouteContext<'/session/[code]/room'>

/** Where the room stands, for phones that a stream does not reach. */
export async function GET(_request: NextRequest, { params }: Context) {
  const [{ code }, jar] = await Promise.all([params, cookies()])
  const seat = await findSeat(code, jar.get(SEAT_COOKIE)?.value)
  if (!seat) return new Response(null, { status: 404 })
  return Response.json({ room: seat.room, own: seat.own })
}

/**
 * Takes a vote: with a script it says what came of it, without one it leads back to the page. The
 * cookie is not sent along by other sites.
 */
export async function POST(request: NextRequest, { params }: Context) {
  const [{ code }, jar, sent] = await Promise.all([
    params,
    cookies(),
    request.formData().catch(() => null),
  ])
  const vote = castVoteSchema.safeParse(sent && readFields(sent))
  if (!vote.success) return new Response(null, { status: 400 })
  const outcome = await castVote(code, jar.get(SEAT_COOKIE)?.value, vote.data)
  if (request.headers.get('accept') === 'application/json') return Response.json({ outcome })
  const page = new Response(null, { status: 303 })
  page.headers.set('location', `/session/${encodeURIComponent(code)}`)
  return page
}

function readFields(sent: FormData): Record<string, string> {
  return Object.fromEntries(
    [...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
