import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import { formatRoom, openRoomStream } from '@/lib/consensus/feed'
import { findSeat, SEAT_COOKIE } from '@/lib/consensus/guests'

/** Tells a phone in a room where the room stands, as server-sent events. */
export async function GET(request: NextRequest, { params }: RouteContext<'/session/[code]/live'>) {
  const [{ code }, jar] = await Promise.all([params, cookies()])
  const seat = await findSeat(code, jar.get(SEAT_COOKIE)?.value)
  if (!seat) return new Response(null, { status: 404 })
  const { room, own, roundId } = seat
  const first = formatRoom({ room, own })
  const body = openRoomStream(roundId, { first, signal: request.signal })
  if (!body) return new Response(null, { status: 503 })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      connection: 'close',
    },
  })
}
