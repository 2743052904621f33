import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import type { HandOver } from '@/lib/handover/data'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { placeOfEntry } from '@/lib/journey/own/rules'

/** Questions in comments that nobody has answered, the oldest first. */
export function Questions({ found }: { found: HandOver }) {
  const t = useTranslations('handOver')
  const comments = useTranslations('comments')
  const format = useFormatter()
  const { questions, guide, region } = found
  const titleOf = (id: string, task: string | null) =>
    findItem(guide, id)?.item.label ??
    findMilestone(guide, id)?.milestone.title ??
    task ??
    t('setAside')
  return (
    <Card title={t('questions.title')}>
      {questions.length === 0 && <p className="muted">{t('questions.none')}</p>}
      <ul role="list" className="rows">
        {questions.map(({ id, subject, task, text, askedAt, author, authorRole }) => (
          <li key={id}>
            <p className="hand-over-words">{text}</p>
            <p className="muted small">
              {author ?? comments(authorRole === 'staff' ? 'staff' : 'former')},{' '}
              <time dateTime={askedAt.toISOString()}>
                {format.dateTime(askedAt, { dateStyle: 'medium', timeZone: region.timeZone })}
              </time>
              :{' '}
              <Link href={`${placeOfEntry(region.slug, subject)}#comment-${id}`}>
                {titleOf(subject, task)}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
