import { cache } from 'react'
import { z } from 'zod'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { getPriority } from '@/lib/candid/priorities'
import { Denial } from '@/lib/errors'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { PartnersNav } from '../../partners-nav'
import { ChoiceForm } from './choice-form'
import { History } from './history'
import { RateForm } from './rate-form'
import { Ratings } from './ratings'
import '../priorities.css'

const load = cache(async (slug: string, id: string) => {
  const viewer = await requireViewer()
  const isId = z.uuid().safeParse(id).success
  return orNotFound(isId ? getPriority(viewer, slug, id) : Promise.reject(new Denial('not-found')))
})

type Props = PageProps<'/regions/[region]/partners/priorities/[partner]'>

export async function generateMetadata(props: Props) {
  const { region, partner } = await props.params
  return { title: (await load(region, partner)).partner.name }
}

export default async function PriorityPage(props: Props) {
  const [{ region: slug, partner: id }, t] = await Promise.all([
    props.params,
    getTranslations('priorities'),
  ])
  const found = await load(slug, id)
  const { region, partner, place } = found
  const partners = `/regions/${region.slug}/partners`
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`${partners}/priorities`}>{t('title')}</Link>}
        title={partner.name}
      >
        <p className="cluster">
          <Chip tone={place ? 'plain' : 'outline'}>
            {place ? t(`fields.${place.field}`) : t('table.unplaced')}
          </Chip>
          {place?.onLine && <Chip tone="due">{t('table.onLine')}</Chip>}
          {found.choice?.firstCircle && <Chip tone="good">{t('table.inCircle')}</Chip>}
        </p>
        <PartnersNav region={region.slug} here="priorities" mayKeep />
      </PageHeader>
      <div className="split">
        <div className="stack">
          <Card title={t('form.title')} id="place">
            <RateForm found={found} />
          </Card>
          <Card title={t('choice.title')}>
            <ChoiceForm found={found} />
          </Card>
        </div>
        <div className="stack">
          <Card title={t('ratings.title', { count: found.ratings.length })}>
            <Ratings found={found} />
          </Card>
          <Card title={t('history.title')}>
            <History found={found} />
          </Card>
          <p>
            <Link href={`${partners}/engagement/${partner.id}`}>{t('toEngagement')}</Link>
          </p>
        </div>
      </div>
    </>
  )
}
