import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'

/** What stands in the place of a page that does not exist, or not for the reader. */
export async function MissingPage() {
  const t = await getTranslations('shell')
  return (
    <PageHeader
      eyebrow={t('name')}
      title={t('notFound.title')}
      lede={t('notFound.lede')}
      actions={<LinkButton href="/my">{t('toMyWork')}</LinkButton>}
    />
  )
}
