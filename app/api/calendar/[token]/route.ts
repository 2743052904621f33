import { calendarViewer, ownCalendarViewer } from '@/lib/auth/calendar'
import { clientAddress } from '@/lib/auth/client-address'
import { allowsReading } from '@/lib/calendar/throttle'
import { getCalendar } from '@/lib/calendar/data'
import { getOwnCalendar } from '@/lib/calendar/own/data'
import { Denial } from '@/lib/errors'

const gone = () => new Response(null, { status: 404 })

/** A region's dates, or somebody's own, for the calendar of whoever holds the address; it asks for no sign-in. */
export async function GET(_: Request, { params }: RouteContext<'/api/calendar/[token]'>) {
  const { token } = await params
  if (!(await allowsReading(await clientAddress()))) {
    return new Response(null, { status: 429, headers: { 'retry-after': '900' } })
  }
  const secret = token.replace(/\.ics$/, '')
  const found = await calendarViewer(secret)
  const own = found ? null : await ownCalendarViewer(secret)
  try {
    if (found) return answer(found.slug, await getCalendar(found.viewer, found.slug))
    return own ? answer('my-work', await getOwnCalendar(own)) : gone()
  } catch (error) {
    if (error instanceof Denial) return gone()
    throw error
  }
}

function answer(name: string, text: string): Response {
  const headers = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `inline; filename="${name}.ics"`,
    'x-robots-tag': 'noindex',
  }
  return new Response(text, { headers })
}
