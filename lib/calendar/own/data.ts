import type { Viewer } from '@/lib/auth/rules'
import { writeCalendar } from '@/lib/calendar/write'
import { env } from '@/lib/env'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { listMyWork } from '@/lib/my/data'

/** The due days of all that waits for the viewer, in every region of theirs, as an iCalendar text. */
export async function getOwnCalendar(viewer: Viewer): Promise<string> {
  const { locale, translator } = await voiceOf(asLocale(viewer.locale ?? 'en'))
  const t = translator('time')
  const { cards, tasks } = await listMyWork(viewer, locale)
  const entries = cards.map(({ id, kind, title, dueOn, region, step, number }) => ({
    ...{ id, title, dueOn, region, number },
    kind: kind === 'milestone' ? ('milestone' as const) : ('due' as const),
    path: `/steps/${step}#${id}`,
  }))
  const asked = tasks.map(({ task, region, step }) => ({
    ...{ id: task.id, title: task.title, dueOn: task.dueOn, region, number: step?.number ?? 0 },
    kind: 'due' as const,
    path: `/tasks/${task.id}`,
  }))
  return writeCalendar({
    name: t('ownCalendar.name'),
    url: `${env.APP_URL}/my`,
    locale,
    events: [...entries, ...asked].flatMap(({ id, kind, title, dueOn, region, number, path }) => {
      if (dueOn === null) return []
      const url = `${env.APP_URL}/regions/${region.slug}${path}`
      return [
        {
          ...{ id: `${region.id}.${id}`, day: dueOn, url },
          summary: t(`calendar.${kind}`, { title, n: number }),
          description: t('ownCalendar.where', { region: region.name, n: number, url }),
        },
      ]
    }),
  })
}
