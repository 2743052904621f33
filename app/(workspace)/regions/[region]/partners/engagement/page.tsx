import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { listEngagement } from '@/lib/candid/engagement'
import { engagementAddress } from '@/lib/candid/schema'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { PartnersNav } from '../partners-nav'
import { EngagementFilter } from './engagement-filter'
import { EngagementTable } from './engagement-table'
import { Hints } from './hints'

export async function generateMetadata() {
  return { title: (await getTranslations('engagement'))('title') }
}

export default async function EngagementPage(
  props: PageProps<'/regions/[region]/partners/engagement'>,
) {
  const [{ region: slug }, asked, viewer, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getTranslations('engagement'),
  ])
  const address = engagementAddress.parse({ q: asked.q ?? '', show: asked.show })
  const { region, all, shown } = await orNotFound(listEngagement(viewer, slug, address))
  const partners = `/regions/${region.slug}/partners`
  const home = `${partners}/engagement`
  const talked = all.filter(({ talks }) => talks > 0).length
  return (
    <>
      <PageHeader
        eyebrow={<Link href={partners}>{t('eyebrow', { region: region.name })}</Link>}
        title={t('headline', { talked, listed: all.length })}
        lede={t('lede')}
      >
        <PartnersNav region={region.slug} here="engagement" mayKeep />
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
          <Hints all={all} today={region.today} home={home} />
          <Card title={t('table.title', { shown: shown.length })} id="table">
            <EngagementFilter address={address} home={home} />
            {shown.length === 0 ? (
              <p className="muted">{t('table.none')}</p>
            ) : (
              <EngagementTable shown={shown} home={home} today={region.today} />
            )}
          </Card>
        </div>
      )}
    </>
  )
}
