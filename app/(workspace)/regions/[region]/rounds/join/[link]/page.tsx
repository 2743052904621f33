import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { canAnswer } from '@/lib/assessment/access/rules'
import { requireViewer } from '@/lib/auth/current'
import { getTranslations } from '@/lib/i18n/server'
import { join } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('answering'))('join.title') }
}

/** Where a printed or mailed code leads; looking at it changes nothing. */
export default async function JoinPage(props: PageProps<'/regions/[region]/rounds/join/[link]'>) {
  const [{ region: slug, link }, viewer, t] = await Promise.all([
    props.params,
    requireViewer(),
    getTranslations('answering'),
  ])
  const place = viewer.memberships.find((membership) => membership.slug === slug)
  if (!place) notFound()
  return (
    <div className="reading">
      <PageHeader title={t('join.title')} lede={t('join.lede', { region: place.name })} />
      <Card>
        {canAnswer(viewer, place.regionId) ? (
          <ActionForm action={join}>
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="link" value={link} />
            <Button>{t('join.button')}</Button>
          </ActionForm>
        ) : (
          <p>{t('join.no')}</p>
        )}
      </Card>
    </div>
  )
}
