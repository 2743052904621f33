import { calendarViewer } from '@/lib/auth/calendar'
import { clientAddress } from '@/lib/auth/client-address'
import { allowsReading } from '@/lib/calendar/throttle'
import { getCalendar } from '@/lib/calendar/data'
import { Denial } from '@/lib/errors'

const gone = () => new Response(null, { status: 404 })

/** A region's dates for the calendar of whoever holds the address; it asks for no sign-in. */
export async function GET(_: Request, { params }: RouteContext<'/api/calendar/[token]'>) {
  const { token } = await params
  if (!(await allowsReading(await clientAddress()))) {
    return new Response(null, { status: 429, headers: { 'retry-after': '900' } })
  }
  const found = await calendarViewer(token.replace(/\.ics$/, ''))
  if (!found) return gone()
  try {
    const headers = {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${found.slug}.ics"`,
      'x-robots-tag': 'noindex',
    }
    return new Response(await getCalendar(found.viewer, found.slug), { headers })
  } catch (error) {
    if (error instanceof Denial) return gone()
    throw error
  }
}
