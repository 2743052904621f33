import { ActivityList } from '@/components/activity/activity-list'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import type { News } from '@/lib/follows/news'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { placeOfEntry } from '@/lib/journey/own/rules'
import { markSeen } from './actions'

/** What names the reader since they last looked. */
export function MentionsCard({ news: { mentions, until } }: { news: News }) {
  const t = useTranslations('news')
  if (mentions.length === 0) return null
  return (
    <div className="news">
      <Card
        id="news"
        title={t('mentions', { count: mentions.length })}
        aside={<MarkSeen until={until} />}
      >
        <ul role="list" className="rows">
          {mentions.map((mention) => (
            <Mention key={mention.id} mention={mention} />
          ))}
        </ul>
      </Card>
    </div>
  )
}

/** What has happened where the reader follows: after what waits for them. */
export function FollowedCard({ news }: { news: News }) {
  const t = useTranslations('news')
  const { mentions, followed, listens, until } = news
  if (!listens) return null
  if (followed.length === 0) {
    return mentions.length === 0 && <p className="muted news-after">{t('none')}</p>
  }
  return (
    <div className="news-after">
      <Card title={t('title')} aside={mentions.length === 0 && <MarkSeen until={until} />}>
        {followed.map(({ region, guide, entries, more }) => (
          <section key={region.slug}>
            <h3>{region.name}</h3>
            <ActivityList entries={entries} guide={guide} timeZone={region.timeZone} now={until} />
            <p className="small">
              <Link href={`/regions/${region.slug}/activity`}>
                {t(more ? 'more' : 'feed', { region: region.name })}
              </Link>
            </p>
          </section>
        ))}
      </Card>
    </div>
  )
}

function MarkSeen({ until }: { until: Date }) {
  const t = useTranslations('news')
  return (
    <ActionForm action={markSeen} requestKey={crypto.randomUUID()}>
      <input type="hidden" name="until" value={until.toISOString()} />
      <Button tone="quiet" size="small">
        {t('markSeen')}
      </Button>
    </ActionForm>
  )
}

function Mention({ mention }: { mention: News['mentions'][number] }) {
  const t = useTranslations('news')
  const comments = useTranslations('comments')
  const format = useFormatter()
  const { region, at } = mention
  const nobody = comments(mention.authorRole === 'staff' ? 'staff' : 'former')
  const values = { author: mention.author ?? nobody, title: mention.title }
  return (
    <li>
      <p className="cluster">
        <Link href={`${placeOfEntry(region.slug, mention.subject)}#comment-${mention.id}`}>
          {t(mention.asks ? 'asks' : 'says', values)}
        </Link>
        {mention.asks && <Chip tone="due">{comments('question')}</Chip>}
      </p>
      <p className="news-words">{mention.text}</p>
      <p className="muted small">
        {region.name} ·{' '}
        <time dateTime={at.toISOString()}>
          {format.dateTime(at, {
            ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: region.timeZone },
          })}
        </time>
      </p>
    </li>
  )
}
