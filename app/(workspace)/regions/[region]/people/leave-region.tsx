import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'

/** Leads to the page that says what leaving means. */
export function LeaveRegion({ slug }: { slug: string }) {
  const t = useTranslations('people')
  return (
    <Card title={t('leave.title')}>
      <p>{t('leave.intro')}</p>
      <p>
        <LinkButton href={`/regions/${slug}/people/leave`} tone="quiet">
          {t('leave.open')}
        </LinkButton>
      </p>
    </Card>
  )
}
