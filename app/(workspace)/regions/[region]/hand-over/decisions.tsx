import { sayEntry } from '@/components/activity/sentence'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { fromDay } from '@/lib/dates/days'
import type { HandOver } from '@/lib/handover/data'
import { useFormatter, useTranslations } from '@/lib/i18n/server'

/** What was decided lately, with the reasons that were given. */
export function Decisions({ found }: { found: HandOver }) {
  const t = useTranslations('handOver')
  const activity = useTranslations('activity')
  const format = useFormatter()
  const { decisions, guide, region, since } = found
  const from = format.dateTime(fromDay(since), { dateStyle: 'long' })
  return (
    <Card title={t('decisions.title', { day: from })}>
      {decisions.length === 0 && <p className="muted">{t('decisions.none')}</p>}
      <ul role="list" className="rows">
        {decisions.map((entry) => (
          <li key={entry.id} className="row">
            <span>
              {sayEntry(entry, guide, activity)}
              {reasonOf(entry.after) && (
                <span className="hand-over-words muted small">
                  {t('decisions.reason', { reason: reasonOf(entry.after) })}
                </span>
              )}
            </span>
            <time dateTime={entry.at.toISOString()} className="muted small">
              {format.dateTime(entry.at, { dateStyle: 'medium', timeZone: region.timeZone })}
            </time>
          </li>
        ))}
      </ul>
      <p className="small no-print">
        <Link href={`/regions/${region.slug}/activity`}>{activity('all')}</Link>
      </p>
    </Card>
  )
}

function reasonOf(facts: unknown): string {
  if (typeof facts !== 'object' || facts === null || !('reason' in facts)) return ''
  return typeof facts.reason === 'string' ? facts.reason : ''
}
