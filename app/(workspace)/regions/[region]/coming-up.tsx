import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { fromDay } from '@/lib/dates/days'
import type { RegionJourney } from '@/lib/journey/data'
import { comingUp } from '@/lib/journey/upcoming/rules'
import { dayQuery } from './look-back'

const MOST = 6

/** Milestones and items with a day, overdue first. */
export function ComingUp({ found }: { found: RegionJourney }) {
  const t = useTranslations('journey')
  const format = useFormatter()
  const { guide, facts, journey, today, region } = found
  const entries = comingUp(guide.steps, facts.ticks, facts.milestones, journey.steps)
  return (
    <Card title={t('upcoming.title')}>
      {entries.length === 0 && (
        <p className="muted">{t(found.coordinates ? 'upcoming.empty' : 'upcoming.emptyRead')}</p>
      )}
      <ul role="list" className="rows">
        {entries.slice(0, MOST).map((entry) => (
          <li key={entry.id} className="row">
            <span>
              <Link
                href={`/regions/${region.slug}/steps/${entry.step}${dayQuery(found)}#${entry.id}`}
              >
                {entry.title}
              </Link>
              <br />
              <Chip part={entry.part}>
                {entry.gate
                  ? t('upcoming.gate', { n: entry.number })
                  : t('upcoming.step', { n: entry.number })}
              </Chip>
            </span>
            <time dateTime={entry.day} className={entry.day < today ? 'overdue' : 'muted'}>
              {entry.day === today
                ? t('upcoming.today')
                : format.dateTime(fromDay(entry.day), { day: 'numeric', month: 'short' })}
              {entry.day < today && ` · ${t('upcoming.overdue')}`}
            </time>
          </li>
        ))}
      </ul>
      {entries.length > MOST && (
        <p className="muted small">{t('upcoming.more', { count: entries.length - MOST })}</p>
      )}
    </Card>
  )
}
