import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'

export async function generateMetadata() {
  return { title: (await getTranslations('about'))('title') }
}

export default function AboutPage() {
  const t = useTranslations('about')
  return (
    <div className="stack reading">
      <PageHeader title={t('title')} lede={t('lede')} />
      {(['guidebook', 'states', 'translations', 'privacy'] as const).map((topic) => (
        <Card key={topic} title={t(`${topic}.title`)}>
          <p>{t(`${topic}.text`)}</p>
        </Card>
      ))}
    </div>
  )
}
