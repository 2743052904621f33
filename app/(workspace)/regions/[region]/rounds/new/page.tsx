import { ActionForm } from '@/components/forms/action-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { getRoundDesk } from '@/lib/assessment/desk'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { draft } from '../actions'
import { PlanFields } from '../plan-fields'
import '../rounds.css'

export async function generateMetadata() {
  return { title: (await getTranslations('rounds'))('new.title') }
}

export default async function NewRoundPage({ params }: PageProps<'/regions/[region]/rounds/new'>) {
  const [{ region: slug }, viewer, locale, t, forms] = await Promise.all([
    params,
    requireViewer(),
    getLocale(),
    getTranslations('rounds'),
    getTranslations('forms'),
  ])
  const desk = await orNotFound(getRoundDesk(viewer, slug, locale))
  const home = `/regions/${desk.region.slug}/rounds`
  return (
    <div className="reading">
      <PageHeader
        eyebrow={
          <Link href={home}>
            {desk.region.name} · {t('title')}
          </Link>
        }
        title={t('new.title')}
        lede={t('new.lede')}
      />
      <Card>
        <ActionForm action={draft} requestKey={crypto.randomUUID()} className="stack">
          <input type="hidden" name="regionId" value={desk.region.id} />
          <PlanFields desk={desk} plan={null} />
          <div className="cluster">
            <Button>{t('new.keep')}</Button>
            <LinkButton tone="plain" href={home}>
              {forms('cancel')}
            </LinkButton>
          </div>
        </ActionForm>
      </Card>
    </div>
  )
}
