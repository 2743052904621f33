import { Link } from '@/components/ui/link'
import { nameOf, sayEntry } from '@/components/activity/sentence'
import { Card } from '@/components/ui/card'
import { listChanges } from '@/lib/activity/changes/rules'
import type { ActivityEntry, Feed } from '@/lib/activity/data'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { ChangeLine } from './change-line'

/** The entries by the region's own days, each with what was before and the way to it. */
export function FeedEntries({ feed }: { feed: Feed }) {
  const format = useFormatter()
  const days = Map.groupBy(feed.entries, ({ at }) => dayIn(feed.region.timeZone, at))
  return [...days].map(([day, entries]) => (
    <Card key={day} title={format.dateTime(fromDay(day), { dateStyle: 'full' })}>
      <ol role="list" className="rows">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} feed={feed} />
        ))}
      </ol>
    </Card>
  ))
}

function Entry({ entry, feed }: { entry: ActivityEntry; feed: Feed }) {
  const t = useTranslations('activity')
  const format = useFormatter()
  const { region, guide } = feed
  const changes = listChanges(entry.before, entry.after)
  const href = placeOf(entry, `/regions/${region.slug}`)
  const subject = nameOf(entry, guide)
  return (
    <li className="feed-entry">
      <time dateTime={entry.at.toISOString()} className="muted small">
        {format.dateTime(entry.at, { timeStyle: 'short', timeZone: region.timeZone })}
      </time>
      <div>
        <p>
          {href ? (
            <Link href={href} aria-description={subject ? t('feed.toIt', { subject }) : undefined}>
              {sayEntry(entry, guide, t)}
            </Link>
          ) : (
            sayEntry(entry, guide, t)
          )}
        </p>
        {changes.length > 0 && (
          <dl className="feed-changes small">
            {changes.map((change) => (
              <ChangeLine key={change.fact} change={change} partners={feed.partners} />
            ))}
          </dl>
        )}
      </div>
    </li>
  )
}

/** Where what an entry is about is found now. */
function placeOf({ kind, step, subject }: ActivityEntry, home: string): string | null {
  if (step) return `${home}/steps/${step}${subject === step ? '' : `#${subject}`}`
  if (kind.startsWith('partner.')) return `${home}/partners/${subject}`
  if (kind.startsWith('relation.')) return `${home}/partners/network`
  return /^(member|invitation)\./.test(kind) ? `${home}/people` : null
}
