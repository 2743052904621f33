import type { Viewer } from '@/lib/auth/rules'
import { listEvents } from '@/lib/calendar/events/rules'
import { writeCalendar } from '@/lib/calendar/write'
import { dayIn } from '@/lib/dates/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { env } from '@/lib/env'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { getRegionGuide, readRecord } from '@/lib/journey/record'
import { factsOf } from '@/lib/journey/settle'
import { begunDays, type TimelineColumns, timelineColumns } from '@/lib/journey/timeline/read'
import { timelineOf } from '@/lib/journey/timeline/rules'
import { comingUp } from '@/lib/journey/upcoming/rules'

/**
 * A region's dates as an iCalendar text in the viewer's language, each with the way back.
 * Throws Denial('not-found') for what the viewer may not see.
 */
export async function getCalendar(viewer: Viewer, slug: string): Promise<string> {
  const { locale, translator } = await voiceOf(asLocale(viewer.locale ?? 'en'))
  const t = translator('time')
  const { region, events } = await readEvents(viewer, slug, locale)
  const home = `${env.APP_URL}/regions/${region.slug}`
  return writeCalendar({
    name: t('calendar.name', { region: region.name }),
    url: `${home}/timeline`,
    locale,
    events: events.map(({ id, kind, title, number, day, path }) => {
      const url = `${home}${path}`
      return {
        ...{ id: `${region.id}.${id}`, day, url },
        summary: t(`calendar.${kind}`, { title, n: number }),
        description: t('calendar.where', { region: region.name, n: number, url }),
      }
    }),
  })
}

function readEvents(viewer: Viewer, slug: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const around = sql`, ${timelineColumns}`
    const region = await readRecord<TimelineColumns>(db, viewer, { slug }, around)
    const guide = await getRegionGuide(db, region, locale)
    const today = dayIn(region.timeZone, new Date())
    const facts = factsOf(region, guide)
    const { steps } = deriveJourney(guide.steps, facts, today)
    const upcoming = comingUp(guide.steps, facts.ticks, facts.milestones, steps)
    const recorded = { ...facts, plans: region.plans, begun: begunDays(region, region.timeZone) }
    const events = listEvents(upcoming, timelineOf(guide.steps, steps, recorded, today))
    return { region, events }
  })
}
