import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { PageHeader } from '@/components/ui/page-header'

export async function generateMetadata() {
  return { title: (await getTranslations('profile'))('farewell.title') }
}

/** What somebody sees whose account is erased. */
export default function FarewellPage() {
  const t = useTranslations('profile')
  return (
    <div className="stack reading">
      <PageHeader title={t('farewell.title')} lede={t('farewell.text')} />
    </div>
  )
}
