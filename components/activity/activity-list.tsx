import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { ActivityEntry } from '@/lib/activity/data'
import type { Guide } from '@/lib/guidebook/rules'
import { sayEntry } from './sentence'

interface Props {
  entries: ActivityEntry[]
  guide: Guide
  timeZone: string
  now: Date
}

/** The latest entries as sentences, each with its moment in the region's own time. */
export function ActivityList({ entries, guide, timeZone, now }: Props) {
  const t = useTranslations('activity')
  const format = useFormatter()
  if (entries.length === 0) return <p className="muted">{t('empty')}</p>
  return (
    <ul role="list" className="rows small">
      {entries.map((entry) => (
        <li key={entry.id} className="row">
          <span>{sayEntry(entry, guide, t)}</span>
          <time
            dateTime={entry.at.toISOString()}
            title={format.dateTime(entry.at, { dateStyle: 'full', timeStyle: 'short', timeZone })}
            className="muted"
          >
            {format.relativeTime(entry.at, now)}
          </time>
        </li>
      ))}
    </ul>
  )
}
