import { cache } from 'react'
import { JourneyStrip } from '@/components/journey/journey-strip'
import { toStations } from '@/components/journey/to-stations'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { fromDay } from '@/lib/dates/days'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getHandOver } from '@/lib/handover/data'
import { getFormatter, getLocale, getTranslations } from '@/lib/i18n/server'
import { Decisions } from './decisions'
import { Needs } from './needs'
import { OpenTasks } from './open-tasks'
import { People } from './people'
import { Promises } from './promises'
import { Questions } from './questions'
import { Standing } from './standing'
import './hand-over.css'

type Props = PageProps<'/regions/[region]/hand-over'>

/** One load serves the head and the body of the page. */
const load = cache(async (slug: string) => {
  const [viewer, locale] = await Promise.all([requireViewer(), getLocale()])
  return orNotFound(getHandOver(viewer, slug, locale))
})

export async function generateMetadata() {
  return { title: (await getTranslations('handOver'))('title') }
}

export default async function HandOverPage({ params }: Props) {
  const [{ region: slug }, t, words, format] = await Promise.all([
    params,
    getTranslations('handOver'),
    getTranslations('words'),
    getFormatter(),
  ])
  const found = await load(slug)
  const { region, guide, journey, today } = found
  return (
    <div className="hand-over">
      <PageHeader
        eyebrow={
          <>
            <Link href={`/regions/${region.slug}`}>{region.name}</Link> ·{' '}
            {t('asOf', { day: format.dateTime(fromDay(today), { dateStyle: 'long' }) })}
          </>
        }
        title={t('headline', { region: region.name })}
        lede={t('lede')}
      >
        <JourneyStrip
          stations={toStations(guide, journey.steps, words)}
          title={t('journey', { region: region.name })}
        />
      </PageHeader>
      <div className="stack stack-wide">
        <People found={found} />
        <Standing found={found} />
        <Needs found={found} />
        <Promises found={found} />
        <OpenTasks found={found} />
        <Questions found={found} />
        <Decisions found={found} />
      </div>
    </div>
  )
}
