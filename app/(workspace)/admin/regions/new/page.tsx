import { getTranslations } from '@/lib/i18n/server'
import { notFound } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { canSetUpRegions } from '@/lib/people/access/rules'
import { RegionForm } from './region-form'

export async function generateMetadata() {
  return { title: (await getTranslations('admin'))('new.title') }
}

export default async function NewRegionPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('admin')])
  if (!canSetUpRegions(viewer)) notFound()
  return (
    <div className="reading">
      <PageHeader title={t('new.title')} lede={t('new.lede')} />
      <Card>
        <RegionForm />
      </Card>
    </div>
  )
}
