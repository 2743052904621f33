import type { NextRequest } from 'next/server'
import { followViewer } from '@/lib/auth/current'
import { getSessionLive } from '@/lib/consensus/data'
import { Denial } from '@/lib/errors'
import { openStream } from '@/lib/live/stream'

/** Says, as server-sent events, when a session moves or is voted in: that, and nothing of what. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/api/live/[region]/sessions/[round]'>,
) {
  const askAgain = await followViewer()
  const viewer = await askAgain()
  if (!viewer) return answer(401)
  const { region, round } = await params
  const found = await getSessionLive(viewer, region, round).catch((error: unknown) => {
    if (error instanceof Denial) return null
    throw error
  })
  if (!found) return answer(404)
  const { regionId } = found
  const stream = openStream({ viewer, regionId, roundId: round, askAgain, signal: request.signal })
  if (!stream) return answer(503)
  // Whoever comes back looks anew: votes leave no trace by which to tell what was missed.
  stream.say('hello', { at: new Date().toISOString(), missed: true })
  return new Response(stream.body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      connection: 'close',
    },
  })
}

function answer(status: number) {
  return new Response(null, { status, headers: { connection: 'close' } })
}
