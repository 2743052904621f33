import { getTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { ActionForm } from '@/components/forms/action-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getPartnersRegion } from '@/lib/partners/data'
import { add } from '../actions'
import { ProfileFields, StandingFields } from '../partner-fields'

export async function generateMetadata() {
  return { title: (await getTranslations('partners'))('new.title') }
}

export default async function NewPartnerPage({
  params,
}: PageProps<'/regions/[region]/partners/new'>) {
  const [{ region: slug }, viewer, t, forms] = await Promise.all([
    params,
    requireViewer(),
    getTranslations('partners'),
    getTranslations('forms'),
  ])
  const region = await orNotFound(getPartnersRegion(viewer, slug))
  const home = `/regions/${region.slug}/partners`
  return (
    <div className="reading">
      <PageHeader
        eyebrow={<Link href={home}>{t('pageTitle', { region: region.name })}</Link>}
        title={t('new.title')}
        lede={t('new.lede')}
      />
      <Card>
        <ActionForm action={add} requestKey={crypto.randomUUID()} className="stack">
          <input type="hidden" name="regionId" value={region.id} />
          <ProfileFields partner={null} />
          <StandingFields partner={null} />
          <div className="cluster">
            <Button>{t('add')}</Button>
            <LinkButton tone="plain" href={home}>
              {forms('cancel')}
            </LinkButton>
          </div>
        </ActionForm>
      </Card>
    </div>
  )
}
