import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { feedSchema, type FeedQuery } from '@/lib/activity/schema'
import { getFeed } from '@/lib/activity/data'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { findFormer, findItem, findMilestone } from '@/lib/guidebook/rules'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { FeedEntries } from './feed-entries'
import { FeedFilter } from './feed-filter'
import './activity.css'

export async function generateMetadata() {
  return { title: (await getTranslations('activity'))('feed.title') }
}

export default async function ActivityPage(props: PageProps<'/regions/[region]/activity'>) {
  const [{ region: slug }, asked, viewer, locale, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getLocale(),
    getTranslations('activity'),
  ])
  const query = feedSchema.parse(asked)
  const feed = await orNotFound(getFeed(viewer, slug, locale, query))
  const { region, guide, entries, older } = feed
  const home = `/regions/${region.slug}/activity`
  const what = query.what ?? ''
  const subject =
    findItem(guide, what)?.item.label ??
    findMilestone(guide, what)?.milestone.title ??
    findFormer(guide, what)?.words
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={t('feed.headline', { region: region.name })}
        lede={subject ? t('feed.ofWhat', { subject }) : t('feed.lede')}
      />
      <div className="stack">
        <FeedFilter feed={feed} query={query} home={home} />
        {entries.length === 0 ? (
          <Card>
            <p className="muted">{t(isNarrowed(query) ? 'feed.nothingFits' : 'empty')}</p>
          </Card>
        ) : (
          <FeedEntries feed={feed} />
        )}
        <p className="cluster">
          {query.before && (
            <LinkButton tone="quiet" href={address(home, { ...query, before: null })}>
              {t('feed.newest')}
            </LinkButton>
          )}
          {older && (
            <LinkButton tone="quiet" href={address(home, { ...query, before: older })}>
              {t('feed.older')}
            </LinkButton>
          )}
        </p>
      </div>
    </>
  )
}

function isNarrowed(query: FeedQuery) {
  return Object.values(query).some((value) => value !== null)
}

function address(home: string, query: FeedQuery) {
  const asked = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null)
  return asked.length > 0 ? `${home}?${new URLSearchParams(asked)}` : home
}
