import { WITH_ZONE } from '@/lib/dates/rules'
import { Link } from '@/components/ui/link'
import { getFormatter, getTranslations } from '@/lib/i18n/server'
import { notFound } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { hasOutbox } from '@/lib/env'
import { listOutbox } from '@/lib/mail/outbox'

export async function generateMetadata() {
  return { title: (await getTranslations('outbox'))('title') }
}

export default async function OutboxPage() {
  if (!hasOutbox) notFound()
  const [t, format, mails] = await Promise.all([
    getTranslations('outbox'),
    getFormatter(),
    listOutbox(),
  ])
  return (
    <>
      <PageHeader title={t('title')} lede={t('lede')} />
      {mails.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
      ) : (
        <Card>
          <ul role="list" className="rows">
            {mails.map((mail) => (
              <li key={mail.id} className="row">
                <span>
                  <Link href={`/outbox/${mail.id}`}>{mail.subject}</Link>
                  <br />
                  <span className="muted small">{t('to', { to: mail.to })}</span>
                </span>
                <time dateTime={mail.at} className="muted small">
                  {format.dateTime(new Date(mail.at), WITH_ZONE)}
                </time>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
