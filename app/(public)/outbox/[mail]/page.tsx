import { getTranslations } from '@/lib/i18n/server'
import { notFound } from 'next/navigation'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { LinkButton } from '@/components/ui/button'
import { listOutbox } from '@/lib/mail/outbox'

export async function generateMetadata() {
  return { title: (await getTranslations('outbox'))('title') }
}

export default async function MailPage({ params }: PageProps<'/outbox/[mail]'>) {
  const [{ mail: id }, t, mails] = await Promise.all([
    params,
    getTranslations('outbox'),
    listOutbox(),
  ])
  const mail = mails.find((kept) => kept.id === id)
  if (!mail) notFound()
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0]
  return (
    <div className="stack">
      <PageHeader
        eyebrow={t('to', { to: mail.to })}
        title={mail.subject}
        actions={link && <LinkButton href={link}>{t('follow')}</LinkButton>}
      />
      <iframe
        title={mail.subject}
        srcDoc={mail.html}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="mail-frame"
      />
      <Disclosure summary={t('plain')}>
        <pre className="plain-mail">{mail.text}</pre>
      </Disclosure>
    </div>
  )
}
