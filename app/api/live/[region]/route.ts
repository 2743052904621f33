import type { NextRequest } from 'next/server'
import { followViewer } from '@/lib/auth/current'
import { Denial } from '@/lib/errors'
import { getLive } from '@/lib/live/data'
import { sinceSchema } from '@/lib/live/schema'
import { openStream } from '@/lib/live/stream'

/** Says, as server-sent events, when something happens in a region: that, and nothing of what. */
export async function GET(request: NextRequest, { params }: RouteContext<'/api/live/[region]'>) {
  const askAgain = await followViewer()
  const viewer = await askAgain()
  if (!viewer) return answer(401)
  const { region } = await params
  const since = sinceSchema.parse(request.nextUrl.searchParams.get('since'))
  const found = await getLive(viewer, region, since).catch((error: unknown) => {
    if (error instanceof Denial) return null
    throw error
  })
  if (!found) return answer(404)
  const { regionId, missed } = found
  const stream = openStream({ viewer, regionId, askAgain, signal: request.signal })
  if (!stream) return answer(503)
  stream.say('hello', { at: new Date().toISOString(), missed })
  return new Response(stream.body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      // When the process ends, so does the connection: kept for another request, it would delay that.
      connection: 'close',
    },
  })
}

function answer(status: number) {
  return new Response(null, { status, headers: { connection: 'close' } })
}
