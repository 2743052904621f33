import { Button, LinkButton } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import type { Feed } from '@/lib/activity/data'
import { TOPICS, type FeedQuery } from '@/lib/activity/schema'
import { useTranslations } from '@/lib/i18n/server'

/** A plain form whose answers stand in the address. */
export function FeedFilter(props: { feed: Feed; query: FeedQuery; home: string }) {
  const { feed, query, home } = props
  const t = useTranslations('activity')
  return (
    <form action={home} role="search" aria-label={t('feed.filter.label')} className="filter-form">
      {query.what && <input type="hidden" name="what" value={query.what} />}
      <SelectField name="step" label={t('feed.filter.step')} defaultValue={query.step ?? ''}>
        <option value="">{t('feed.filter.all')}</option>
        {feed.guide.steps.map(({ slug, number, title }) => (
          <option key={slug} value={slug}>
            {number} {title}
          </option>
        ))}
      </SelectField>
      <SelectField name="topic" label={t('feed.filter.topic')} defaultValue={query.topic ?? ''}>
        <option value="">{t('feed.filter.all')}</option>
        {TOPICS.map((topic) => (
          <option key={topic} value={topic}>
            {t(`feed.topic.${topic}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="who" label={t('feed.filter.who')} defaultValue={query.who ?? ''}>
        <option value="">{t('feed.filter.anybody')}</option>
        {feed.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="cluster">
        <Button tone="quiet">{t('feed.filter.apply')}</Button>
        <LinkButton tone="plain" href={home}>
          {t('feed.filter.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
