import { getLocale, getTranslations, useTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { cache } from 'react'
import { ActivityList } from '@/components/activity/activity-list'
import { JourneyLine } from '@/components/journey/journey-line'
import { toStations } from '@/components/journey/to-stations'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { monthsBetween } from '@/lib/dates/rules'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getJourney, type RegionJourney } from '@/lib/journey/data'
import { lookBackSchema } from '@/lib/journey/history/schema'
import { FollowButton } from './follow/follow-button'
import { canMoveRegions } from '@/lib/guidebook/edition/access/rules'
import { ComingUp } from './coming-up'
import { EditionLine, MovedNotice } from './edition-line'
import { dayQuery, LookBack, LookingBack } from './look-back'
import { NeedsCard } from './needs-card'
import { Progress } from './progress'
import { RegionProfile } from './region-profile'

type Props = PageProps<'/regions/[region]'>

export async function generateMetadata({ params, searchParams }: Props) {
  const { on } = lookBackSchema.parse(await searchParams)
  const { region } = await load((await params).region, on)
  return { title: region.name }
}

/** One load serves the head and the body of the page. */
const load = cache(async (slug: string, on: string | null) => {
  const [viewer, locale] = await Promise.all([requireViewer(), getLocale()])
  return orNotFound(getJourney(viewer, slug, locale, { profile: true, on }))
})

export default async function RegionPage({ params, searchParams }: Props) {
  const [{ region: slug }, asked, viewer, t, words, activityWords] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('journey'),
    getTranslations('words'),
    getTranslations('activity'),
  ])
  const found = await load(slug, lookBackSchema.parse(asked).on)
  const { region, guide, journey, today, needs } = found
  const home = `/regions/${region.slug}`
  const current = currentStep(found)
  const stations = toStations(guide, journey.steps, words, (step) =>
    step.state === 'in_progress' ? t('stationNote', { missing: step.missing }) : undefined,
  )
  const months = region.startedOn ? monthsBetween(region.startedOn, today) + 1 : null
  const title = t('headline', headlineValues(found))
  return (
    <>
      <LookingBack found={found} path={home} />
      <PageHeader
        eyebrow={
          <>
            {region.name}
            {months !== null && ` · ${t('month', { months })}`} ·{' '}
            {words(`stage.${journey.stage as 0 | 1 | 2 | 3 | 4}`)}
          </>
        }
        title={title}
        actions={
          <>
            <KindChip kind={region.kind} />
            {!found.past && <FollowButton region={region} followed={found.followed} step="" />}
          </>
        }
      />
      <JourneyLine
        stations={stations}
        current={current}
        labels={{ title, parts: guide.parts }}
        base={`${home}/steps/`}
        query={dayQuery(found)}
      />
      {journey.ahead.length > 0 && (
        <p className="muted">
          {t('ahead', { steps: journey.ahead.join(', '), count: journey.ahead.length })}
        </p>
      )}
      <div className="stack stack-wide">
        <MovedNotice found={found} />
        <div className="split split-even">
          <NeedsCard needs={needs} found={found} />
          <ComingUp found={found} />
        </div>
        <div className="split split-even">
          <Progress found={found} />
          <Card title={activityWords('title')}>
            <ActivityList
              entries={found.activity}
              guide={guide}
              timeZone={region.timeZone}
              now={found.now}
            />
            <p className="small">
              <Link href={`${home}/activity`}>{activityWords('all')}</Link>
            </p>
          </Card>
        </div>
        {found.profile && <RegionProfile profile={found.profile} startedOn={region.startedOn} />}
        <EditionLine found={found} mayMove={canMoveRegions(viewer)} />
        <LookBack found={found} path={home} />
      </div>
      {found.coordinates && found.partners.length === 0 && (
        <p>
          <Link href={`${home}/partners/new`}>{t('firstPartner')}</Link>
        </p>
      )}
    </>
  )
}

function KindChip({ kind }: { kind: string }) {
  const t = useTranslations('shell')
  if (kind === 'sample') return <Chip tone="outline">{t('sampleRegion')}</Chip>
  return kind === 'demonstrator' ? <Chip tone="outline">{t('demonstratorRegion')}</Chip> : null
}

/** Where the region stands: the first step whose facts do not hold. */
function currentStep({ journey }: RegionJourney) {
  const open = journey.steps.find((step) => step.number === journey.reachedStep + 1)
  return open?.slug
}

function headlineValues({ journey, guide }: RegionJourney) {
  const next = journey.steps.find((step) => step.number === journey.reachedStep + 1)
  return {
    // Those ahead of their turn are told in a line of their own.
    reached: journey.reachedStep,
    missing: next?.missing ?? 0,
    next: next?.number ?? 8,
    nextTitle: guide.steps.find(({ slug }) => slug === next?.slug)?.title ?? '',
    begun: journey.steps.some((step) => step.state !== 'not_started') ? 'yes' : 'no',
  }
}
