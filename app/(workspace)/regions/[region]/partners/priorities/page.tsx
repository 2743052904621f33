import { Link } from '@/components/ui/link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { listPriorities } from '@/lib/candid/priorities'
import { prioritiesAddress } from '@/lib/candid/schema'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { PartnersNav } from '../partners-nav'
import { rate } from './actions'
import { AskAgain } from './ask-again'
import { Board } from './board'
import { boardWords } from './board-words'
import { FirstCircle } from './first-circle'
import { MatrixPicture } from './matrix-picture'
import { PastDay } from './past-day'
import { PriorityFilter } from './priority-filter'
import { PriorityTable } from './priority-table'
import './priorities.css'

export async function generateMetadata() {
  return { title: (await getTranslations('priorities'))('title') }
}

export default async function PrioritiesPage(
  props: PageProps<'/regions/[region]/partners/priorities'>,
) {
  const [{ region: slug }, asked, viewer, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getTranslations('priorities'),
  ])
  const address = prioritiesAddress.parse({ q: asked.q ?? '', show: asked.show, on: asked.on })
  const { region, on, all, shown } = await orNotFound(listPriorities(viewer, slug, address))
  const partners = `/regions/${region.slug}/partners`
  const home = `${partners}/priorities`
  const isPast = on !== region.today
  const placed = all.filter(({ place }) => place !== null).length
  const picture = <MatrixPicture all={all} home={home} />
  return (
    <>
      <PageHeader
        eyebrow={<Link href={partners}>{t('eyebrow', { region: region.name })}</Link>}
        title={t('headline', { placed, listed: all.length })}
        lede={t('lede')}
      >
        <PartnersNav region={region.slug} here="priorities" mayKeep />
      </PageHeader>
      {all.length === 0 ? (
        <EmptyState
          title={t('empty.title')}
          action={<LinkButton href={`${partners}/new`}>{t('empty.action')}</LinkButton>}
        >
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <div className="stack stack-wide">
          <PastDay {...{ on, home }} today={region.today} />
          <div className="split priorities-split">
            <Card title={t('picture.title')}>
              {isPast ? (
                picture
              ) : (
                <Board action={rate} regionId={region.id} words={await boardWords()}>
                  {picture}
                </Board>
              )}
            </Card>
            <div className="stack">
              <AskAgain all={all} home={home} />
              <FirstCircle all={all} home={home} />
            </div>
          </div>
          <Card title={t('table.title', { shown: shown.length })} id="table">
            <PriorityFilter address={address} home={home} />
            {shown.length === 0 ? (
              <p className="muted">{t('table.none')}</p>
            ) : (
              <PriorityTable shown={shown} home={home} />
            )}
          </Card>
        </div>
      )}
    </>
  )
}
