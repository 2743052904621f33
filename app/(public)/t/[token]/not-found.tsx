import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { useTranslations } from '@/lib/i18n/server'

/** The same for an address that never was, is too old, was ended, or whose task needs nothing more. */
export default function NotFound() {
  const t = useTranslations('card')
  const shell = useTranslations('shell')
  return (
    <>
      <title>{`${t('gone.title')} · ${shell('name')}`}</title>
      <PageHeader
        eyebrow={shell('name')}
        title={t('gone.title')}
        lede={t('gone.lede')}
        actions={<LinkButton href="/sign-in?next=/my">{t('signIn')}</LinkButton>}
      />
    </>
  )
}
