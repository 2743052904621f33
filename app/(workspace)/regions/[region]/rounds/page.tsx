import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { listRounds } from '@/lib/assessment/data'
import { requireViewer } from '@/lib/auth/current'
import { fromDay } from '@/lib/dates/days'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getFormatter, getLocale, getTranslations } from '@/lib/i18n/server'
import { LevelTable } from './level-table'
import { RoundRows } from './round-rows'
import './rounds.css'

export async function generateMetadata() {
  return { title: (await getTranslations('rounds'))('title') }
}

export default async function RoundsPage({ params }: PageProps<'/regions/[region]/rounds'>) {
  const [{ region: slug }, viewer, locale, t, format] = await Promise.all([
    params,
    requireViewer(),
    getLocale(),
    getTranslations('rounds'),
    getFormatter(),
  ])
  const found = await orNotFound(listRounds(viewer, slug, locale))
  const { region, rounds, holds, latest, nextFrom, today, reads } = found
  const home = `/regions/${region.slug}`
  const open = rounds.find(({ state }) => state === 'open')
  const say = (day: string | null | undefined) =>
    day ? format.dateTime(fromDay(day), { dateStyle: 'long' }) : ''
  const standing = open ? 'open' : latest ? 'closed' : 'none'
  return (
    <>
      <PageHeader
        eyebrow={<Link href={home}>{region.name}</Link>}
        title={t('headline', { standing, day: say(open ? open.closesOn : latest?.closedOn) })}
        lede={t(holds ? 'lede' : 'ledeRead')}
        actions={
          holds && (
            <>
              <LinkButton href={`${home}/rounds/new`}>{t('add')}</LinkButton>
              <LinkButton tone="quiet" href={`${home}/rounds/session/new`}>
                {t('session')}
              </LinkButton>
            </>
          )
        }
      />
      <div className="stack stack-wide">
        {holds && nextFrom !== null && nextFrom > today && (
          <p className="muted">{t('apart', { day: say(nextFrom) })}</p>
        )}
        {rounds.length === 0 ? (
          <Card>
            <EmptyState title={t('empty.title')}>
              {t(holds ? 'empty.text' : 'empty.read')}
            </EmptyState>
          </Card>
        ) : (
          <Card title={t('list')}>
            <RoundRows rounds={rounds} home={`${home}/rounds`} reads={reads} />
          </Card>
        )}
        {latest && (
          <Card title={t('levels.title', { day: say(latest.closedOn) })}>
            <LevelTable found={found} />
          </Card>
        )}
      </div>
    </>
  )
}
