import type { Viewer } from '@/lib/auth/rules'
import { listOwnEvents } from '@/lib/calendar/own/rules'
import { writeCalendar } from '@/lib/calendar/write'
import { env } from '@/lib/env'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { listMyWork } from '@/lib/my/data'

/** The due days of all that waits for the viewer, in every region of theirs, as an iCalendar text. */
export async function getOwnCalendar(viewer: Viewer): Promise<string> {
  const { locale, translator } = await voiceOf(asLocale(viewer.locale ?? 'en'))
  const t = translator('time')
  const voice = translator('answering')
  const { cards, tasks, rounds } = await listMyWork(viewer, locale)
  const asked = rounds.map((round) => ({ ...round, title: voice('title') }))
  const events = listOwnEvents(cards, tasks, asked)
  return writeCalendar({
    name: t('ownCalendar.name'),
    url: `${env.APP_URL}/my`,
    locale,
    events: events.map(({ id, kind, title, number, day, region, path }) => {
      const url = `${env.APP_URL}/regions/${region.slug}${path}`
      return {
        ...{ id, day, url },
        summary: t(`calendar.${kind}`, { title, n: number }),
        description: t('ownCalendar.where', { region: region.name, n: number, url }),
      }
    }),
  })
}
