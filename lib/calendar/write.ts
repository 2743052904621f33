import ical, { ICalEventTransparency } from 'ical-generator'
import { fromDay } from '@/lib/dates/days'

/** A whole day in somebody's calendar, in their language. */
interface Written {
  /** The same for the same thing, so that a moved date moves the event. */
  id: string
  /** ISO day. */
  day: string
  summary: string
  description: string
  url: string
}

/** Days as an iCalendar text; none of them takes up anybody's time. */
export function writeCalendar({
  name,
  url,
  locale,
  events,
}: {
  name: string
  url: string
  locale: string
  events: readonly Written[]
}): string {
  const calendar = ical({
    name,
    url,
    prodId: {
      company: 'LEP Journey',
      product: 'calendar',
      language: locale.slice(0, 2).toUpperCase(),
    },
    // How often a calendar may ask, in seconds.
    ttl: 6 * 3600,
  })
  for (const { id, day, ...said } of events) {
    calendar.createEvent({
      ...said,
      id: `${id}@lep-journey`,
      start: fromDay(day),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}
