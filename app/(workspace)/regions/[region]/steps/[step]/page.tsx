import { getFormatter, getLocale, getTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ActivityList } from '@/components/activity/activity-list'
import { JourneyHere } from '@/components/journey/here'
import { toStations } from '@/components/journey/to-stations'
import { NeedSentence } from '@/components/needs/need-sentence'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { PageHeader } from '@/components/ui/page-header'
import { canReadLevels } from '@/lib/assessment/access/rules'
import { requireViewer } from '@/lib/auth/current'
import { asOnlooker } from '@/lib/auth/rules'
import { celebrationOf } from '@/lib/celebrate/rules'
import { fromDay } from '@/lib/dates/days'
import { orNotFound } from '@/lib/forms/or-not-found'
import { findStep } from '@/lib/guidebook/rules'
import { getJourney } from '@/lib/journey/data'
import { lookBackSchema } from '@/lib/journey/history/schema'
import { canPlan } from '@/lib/journey/access/rules'
import { isReached } from '@/lib/journey/rules'
import { stepNeeds } from '@/lib/needs/rules'
import { dayQuery, LookBack, LookingBack } from '../../look-back'
import { PartnerNeeds } from '../../partner-needs'
import { FollowButton } from '../../follow/follow-button'
import { CelebrationCard } from './celebrate/celebration'
import { ShareCard } from './celebrate/share-card'
import { Checklist } from './checklist'
import { EarlierResults } from './earlier-results'
import { FormerEntries } from './former-entries'
import { Guidance } from './guidance'
import { Milestones } from './milestones'
import { PartnersSaid } from './partners-said'
import { SuggestedOfStep } from '../../tasks/suggested-tasks'
import { ReopenStep } from './reopen-step'
import './step.css'

type Props = PageProps<'/regions/[region]/steps/[step]'>

export async function generateMetadata({ params, searchParams }: Props) {
  const { region, step } = await params
  const { guide } = await load(region, step, lookBackSchema.parse(await searchParams).on)
  return { title: findStep(guide, step)?.title }
}

/** One load serves the head and the body of the page. */
const load = cache(async (region: string, step: string, on: string | null) => {
  const [viewer, locale] = await Promise.all([requireViewer(), getLocale()])
  return orNotFound(getJourney(viewer, region, locale, { step, on }))
})

export default async function StepPage({ params, searchParams }: Props) {
  const [{ region: slug, step: stepSlug }, asked, asking, t, words, tasks] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('step'),
    getTranslations('words'),
    getTranslations('tasks'),
  ])
  const found = await load(slug, stepSlug, lookBackSchema.parse(asked).on)
  const viewer = found.past ? asOnlooker(asking) : asking
  const { region, guide, journey, facts, today, partners } = found
  const step = findStep(guide, stepSlug)
  const derived = journey.steps.find((candidate) => candidate.slug === stepSlug)
  if (!step || !derived) notFound()
  const format = await getFormatter()
  const needs = stepNeeds(
    step,
    derived,
    facts.ticks,
    facts.milestones,
    facts.rounds[step.slug] ?? [],
    today,
  )
  const stations = toStations(guide, journey.steps, words)
  const neighbour = (offset: number) =>
    guide.steps.find(({ number }) => number === step.number + offset)
  const query = dayQuery(found)
  const path = `/regions/${region.slug}/steps/${step.slug}`
  const celebration = celebrationOf(guide, journey.steps, step.slug)
  return (
    <div data-part={step.part}>
      <LookingBack found={found} path={path} />
      <PageHeader
        eyebrow={
          <>
            <Link href={`/regions/${region.slug}${query}`}>{region.name}</Link> ·{' '}
            {t('place', { n: step.number, part: guide.parts[step.part - 1]?.title ?? '' })}
          </>
        }
        title={step.title}
        lede={step.principle}
      >
        <div className="cluster step-standing">
          <JourneyHere
            stations={stations}
            current={step.slug}
            title={stations.find((station) => station.slug === step.slug)?.label ?? step.title}
          />
          <Chip part={step.part}>{words(`state.${derived.state}`)}</Chip>
          {derived.flags.map((flag) => (
            <Chip key={flag} tone="outline">
              {words(`flag.${flag}`)}
            </Chip>
          ))}
          {derived.reachedSince && (
            <span className="muted small">
              {t('reachedSince', {
                day: format.dateTime(fromDay(derived.reachedSince), { dateStyle: 'long' }),
              })}
            </span>
          )}
          {!found.past && (
            <FollowButton region={region} followed={found.followed} step={step.slug} />
          )}
        </div>
      </PageHeader>
      {!found.past && <CelebrationCard celebration={celebration} found={found} />}
      <div className="split step-split">
        <div className="stack stack-wide">
          <Card title={t('needs')}>
            <ul role="list" className="rows">
              {[needs.summary, ...needs.lines].map((line) => (
                <li key={`${line.key}-${line.subject}`}>
                  <NeedSentence line={line} guide={guide} partners={partners} today={today} />
                </li>
              ))}
              <PartnerNeeds found={found} />
            </ul>
          </Card>
          <Checklist found={found} step={step} viewer={viewer} />
          <Milestones found={found} step={step} viewer={viewer} />
          <EarlierResults reopened={found.reopened} timeZone={region.timeZone} />
          {isReached(derived.state) && canPlan(viewer, region.id) && (
            <ReopenStep found={found} step={step} />
          )}
          <FormerEntries found={found} step={step} />
        </div>
        <div className="stack stack-wide">
          <Guidance step={step} />
          <PartnersSaid
            rounds={facts.rounds[step.slug] ?? []}
            flags={derived.flags}
            href={canReadLevels(asking, region.id) ? `/regions/${region.slug}/rounds` : null}
          />
          {found.coordinates && found.taken && (
            <Card title={tasks('suggested.title')}>
              <SuggestedOfStep region={region} step={step} taken={found.taken} />
              <p className="small">
                <Link href={`/regions/${region.slug}/tasks?step=${step.slug}`}>
                  {tasks('title')}
                </Link>
              </p>
            </Card>
          )}
          {celebration && found.coordinates && !found.past && (
            <ShareCard celebration={celebration} region={region} />
          )}
          <Card title={t('activity')}>
            <ActivityList
              entries={found.activity}
              guide={guide}
              timeZone={region.timeZone}
              now={found.now}
            />
            <p className="small">
              <Link href={`/regions/${region.slug}/activity?step=${step.slug}`}>
                {t('allActivity')}
              </Link>
            </p>
          </Card>
        </div>
      </div>
      <LookBack found={found} path={path} />
      <nav aria-label={t('neighbours')} className="step-neighbours">
        {[neighbour(-1), neighbour(1)].map(
          (other) =>
            other && (
              <Link key={other.slug} href={`/regions/${region.slug}/steps/${other.slug}${query}`}>
                {t('neighbour', { n: other.number, title: other.title })}
              </Link>
            ),
        )}
      </nav>
    </div>
  )
}
