import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { fromDay } from '@/lib/dates/days'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getFormatter, getLocale, getTranslations } from '@/lib/i18n/server'
import { isReached } from '@/lib/journey/rules'
import { getTimeline, type Timeline } from '@/lib/journey/timeline/data'
import { CalendarCard } from './calendar-card'
import { Durations } from './durations'
import { StepPlans } from './step-plans'
import { TimelineDrawing } from './timeline-drawing'
import { TimelineTable } from './timeline-table'
import './timeline.css'

export async function generateMetadata() {
  return { title: (await getTranslations('time'))('timeline.title') }
}

export default async function TimelinePage({ params }: PageProps<'/regions/[region]/timeline'>) {
  const [{ region: slug }, viewer, locale, t, format] = await Promise.all([
    params,
    requireViewer(),
    getLocale(),
    getTranslations('time'),
    getFormatter(),
  ])
  const found = await orNotFound(getTimeline(viewer, slug, locale))
  const { region } = found
  const { kind, step } = finding(found)
  const day = step?.plan.targetOn
  const date = day ? format.dateTime(fromDay(day), { dateStyle: 'long' }) : ''
  const title = t('timeline.headline', {
    kind,
    n: step?.number ?? 0,
    title: step?.title ?? '',
    date,
  })
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={title}
        lede={t('timeline.lede')}
      />
      <div className="stack stack-wide">
        <TimelineDrawing found={found} title={title} />
        <TimelineTable found={found} />
        {found.coordinates && <StepPlans found={found} />}
        <Durations found={found} />
        {found.isMember && (
          <Card title={t('calendar.title')} id="calendar">
            <CalendarCard found={found} />
          </Card>
        )}
      </div>
    </>
  )
}

/** What matters most: a target that has passed, else the next one, else that none is set. */
function finding({ steps }: Timeline) {
  const late = steps.find(({ isLate }) => isLate)
  if (late) return { kind: 'late', step: late }
  const open = steps.filter(({ plan, state }) => plan.targetOn && !isReached(state))
  const [next] = open.sort((a, b) => (a.plan.targetOn ?? '').localeCompare(b.plan.targetOn ?? ''))
  return next ? { kind: 'next', step: next } : { kind: 'none', step: null }
}
