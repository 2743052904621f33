import { cache } from 'react'
import { ActivityList } from '@/components/activity/activity-list'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { getEntry } from '@/lib/journey/entry'
import { CommentsCard } from '../../../comments/comments-card'
import { ItemRow } from '../checklist'
import { MilestoneItem } from '../milestones'
import { EvidenceCard } from './evidence/card'
import '../step.css'

type Props = PageProps<'/regions/[region]/steps/[step]/[entry]'>

/** One load serves the head and the body of the page. */
const load = cache(async (region: string, step: string, entry: string) => {
  const [viewer, locale] = await Promise.all([requireViewer(), getLocale()])
  return orNotFound(getEntry(viewer, region, step, entry, locale))
})

export async function generateMetadata({ params }: Props) {
  const { region, step, entry } = await params
  return { title: (await load(region, step, entry)).title }
}

export default async function EntryPage({ params }: Props) {
  const [{ region: slug, ...place }, viewer, t] = await Promise.all([
    params,
    requireViewer(),
    getTranslations('step'),
  ])
  const found = await load(slug, place.step, place.entry)
  const { region, guide, step, item, milestone } = found
  const home = `/regions/${region.slug}`
  return (
    <div data-part={step.part}>
      <PageHeader
        eyebrow={
          <>
            <Link href={home}>{region.name}</Link> ·{' '}
            <Link href={`${home}/steps/${step.slug}#${found.id}`}>{step.title}</Link>
          </>
        }
        title={found.title}
      />
      <div className="split step-split">
        <div className="stack stack-wide">
          <Card title={t('entry.standing')}>
            <ul role="list" className="checklist">
              {item && <ItemRow {...{ found, step, item, viewer }} />}
              {milestone && <MilestoneItem {...{ found, milestone, viewer }} />}
            </ul>
          </Card>
          <EvidenceCard found={found} viewer={viewer} />
          <CommentsCard entry={found} viewer={viewer} />
        </div>
        <div className="stack stack-wide">
          <Card title={t('entry.history')}>
            <ActivityList
              entries={found.activity}
              guide={guide}
              timeZone={region.timeZone}
              now={found.now}
            />
            <p className="small">
              <Link href={`${home}/activity?what=${found.id}`}>{t('entry.allHistory')}</Link>
            </p>
          </Card>
        </div>
      </div>
    </div>
  )
}
