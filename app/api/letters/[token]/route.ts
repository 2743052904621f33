import { stopLetters } from '@/lib/notices/stop/data'

/** Mail programs ask here with POST alone (RFC 8058); whoever only looks is shown the button. */
export async function GET(_: Request, { params }: RouteContext<'/api/letters/[token]'>) {
  return goTo(`/letters/${encodeURIComponent((await params).token)}`)
}

export async function POST(_: Request, { params }: RouteContext<'/api/letters/[token]'>) {
  const { token } = await params
  const isDone = await stopLetters(token)
  return goTo(`/letters/${encodeURIComponent(token)}${isDone ? '?done=yes' : ''}`)
}

/** See there: by a relative address, for the app does not know by what name it was reached. */
function goTo(location: string) {
  return new Response(null, { status: 303, headers: { location } })
}
