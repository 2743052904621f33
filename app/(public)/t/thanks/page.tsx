import { z } from 'zod'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { inAddress } from '@/lib/forms/fields'
import { getTranslations } from '@/lib/i18n/server'

const query = z.object({ did: inAddress(z.enum(['done', 'submitted', 'back', 'ended'])) })

export async function generateMetadata() {
  return { title: (await getTranslations('card'))('thanks.title'), robots: { index: false } }
}

/** After an answer by a mailed address, which may open nothing any more. */
export default async function ThanksPage({ searchParams }: PageProps<'/t/thanks'>) {
  const [asked, t] = await Promise.all([searchParams, getTranslations('card')])
  const { did } = query.parse({ did: asked.did ?? null })
  return (
    <PageHeader
      title={t(did === 'ended' ? 'thanks.endedTitle' : 'thanks.title')}
      lede={t(`thanks.${did ?? 'done'}`)}
      actions={
        <LinkButton href="/sign-in?next=/my" tone="quiet">
          {t('thanks.signIn')}
        </LinkButton>
      }
    />
  )
}
