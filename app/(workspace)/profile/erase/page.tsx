import { ActionForm } from '@/components/forms/action-form'
import { KeptText } from '@/components/forms/kept-fields'
import { ErasureMeans } from '@/components/people/erasure-means'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { type Hindrance, hindranceOf } from '@/lib/people/ending/rules'
import { erase } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('profile'))('erase.title') }
}

/** What erasing an account means, what comes first, and the way to do it. */
export default async function ErasePage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('profile')])
  const hindrance = hindranceOf(viewer)
  const isFree = hindrance.regions.length === 0 && !hindrance.administers
  return (
    <>
      <PageHeader
        eyebrow={<Link href="/profile">{t('title')}</Link>}
        title={t('erase.title')}
        lede={t('erase.lede')}
      />
      <div className="split">
        <ErasureMeans>
          <p>
            <a href="/profile/data">{t('data.download')}</a>
          </p>
        </ErasureMeans>
        {isFree ? (
          <Card title={t('erase.do')}>
            <ActionForm action={erase} keepsDraft={false} className="stack">
              <KeptText
                name="email"
                type="email"
                label={t('erase.email')}
                hint={t('erase.emailHint', { email: viewer.email })}
                autoComplete="off"
                required
              />
              <div>
                <Button tone="danger">{t('erase.button')}</Button>
              </div>
            </ActionForm>
          </Card>
        ) : (
          <First hindrance={hindrance} />
        )}
      </div>
    </>
  )
}

function First({ hindrance: { regions, administers } }: { hindrance: Hindrance }) {
  const t = useTranslations('profile')
  return (
    <Card title={t('erase.first')}>
      {administers && <p>{t('erase.administers')}</p>}
      {regions.length > 0 && (
        <>
          <p>{t('erase.leave')}</p>
          <ul role="list" className="rows">
            {regions.map(({ slug, name }) => (
              <li key={slug}>
                <Link href={`/regions/${slug}/people/leave`}>{t('erase.leaveOne', { name })}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
