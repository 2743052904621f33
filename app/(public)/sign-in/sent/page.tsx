import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { LinkButton } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { LINK_MINUTES } from '@/lib/auth/rules'
import { hasOutbox } from '@/lib/env'

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('sent.title') }
}

export default function SentPage() {
  const t = useTranslations('signIn')
  return (
    <>
      <PageHeader
        title={t('sent.title')}
        lede={t('sent.lede', { minutes: LINK_MINUTES })}
        actions={
          hasOutbox && (
            <LinkButton href="/outbox" tone="quiet">
              {t('sent.outbox')}
            </LinkButton>
          )
        }
      />
      <p>
        <Link href="/sign-in">{t('sent.other')}</Link>
      </p>
    </>
  )
}
