import { useTranslations } from '@/lib/i18n/server'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'

/** What stands in the place of a page that does not exist, or not for the reader. */
export function MissingPage() {
  const t = useTranslations('shell')
  return (
    <>
      {/* Metadata is not asked of what stands in for a page. */}
      <title>{`${t('notFound.title')} · ${t('name')}`}</title>
      <PageHeader
        eyebrow={t('name')}
        title={t('notFound.title')}
        lede={t('notFound.lede')}
        actions={<LinkButton href="/my">{t('toMyWork')}</LinkButton>}
      />
    </>
  )
}
