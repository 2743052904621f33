import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { sendFeedback } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('accessibility'))('title') }
}

export default function AccessibilityPage() {
  const t = useTranslations('accessibility')
  return (
    <div className="stack reading">
      <PageHeader title={t('title')} lede={t('lede')} />
      {(['status', 'known', 'made'] as const).map((topic) => (
        <Card key={topic} title={t(`${topic}.title`)}>
          <p>{t(`${topic}.text`)}</p>
        </Card>
      ))}
      <Card title={t('feedback.title')}>
        <p>{t('feedback.text')}</p>
        <ActionForm action={sendFeedback} className="stack">
          <KeptTextArea name="message" label={t('feedback.message')} maxLength={4000} required />
          <KeptText name="email" type="email" label={t('feedback.email')} autoComplete="email" />
          <div>
            <Button>{t('feedback.send')}</Button>
          </div>
        </ActionForm>
      </Card>
      <Card title={t('enforce.title')}>
        <p>{t('enforce.text')}</p>
      </Card>
    </div>
  )
}
