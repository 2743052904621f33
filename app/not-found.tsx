import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'

export default async function NotFound() {
  const t = await getTranslations('shell')
  return (
    <main id="main" className="shell" tabIndex={-1}>
      <PageHeader
        eyebrow={t('name')}
        title={t('notFound.title')}
        lede={t('notFound.lede')}
        actions={<LinkButton href="/my">{t('toMyWork')}</LinkButton>}
      />
    </main>
  )
}
