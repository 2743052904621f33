import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/forms/action-form'
import { KeptText } from '@/components/forms/kept-fields'
import { ErasureMeans } from '@/components/people/erasure-means'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { type Erasable, getErasable } from '@/lib/people/programme/erasure'
import { erase } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('admin'))('erase.title') }
}

/** Erasing somebody's account at their request: what it means, what comes first, and the way to it. */
export default async function EraseUserPage(props: PageProps<'/admin/people/[user]/erase'>) {
  const [{ user }, viewer, t] = await Promise.all([
    props.params,
    requireViewer(),
    getTranslations('admin'),
  ])
  if (!z.uuid().safeParse(user).success) notFound()
  const person = await orNotFound(getErasable(viewer, user))
  const isFree = person.places.length === 0 && !person.administers
  return (
    <>
      <PageHeader
        eyebrow={<Link href="/admin/people">{t('people.title')}</Link>}
        title={t('erase.headline', { name: person.name || person.email })}
        lede={t('erase.lede')}
      />
      <div className="split">
        <ErasureMeans />
        {isFree ? <EraseForm person={person} /> : <First person={person} />}
      </div>
    </>
  )
}

function EraseForm({ person: { id, email } }: { person: Erasable }) {
  const t = useTranslations('admin')
  return (
    <Card title={t('erase.do')}>
      <ActionForm
        action={erase}
        requestKey={crypto.randomUUID()}
        keepsDraft={false}
        className="stack"
      >
        <input type="hidden" name="id" value={id} />
        <KeptText
          name="email"
          type="email"
          label={t('erase.email')}
          hint={t('erase.emailHint', { email })}
          autoComplete="off"
          required
        />
        <div>
          <Button tone="danger">{t('erase.button')}</Button>
        </div>
      </ActionForm>
    </Card>
  )
}

function First({ person: { administers, places } }: { person: Erasable }) {
  const t = useTranslations('admin')
  return (
    <Card title={t('erase.first')}>
      {administers && <p>{t('erase.administers')}</p>}
      {places.length > 0 && (
        <>
          <p>{t('erase.leave')}</p>
          <ul role="list" className="rows">
            {places.map(({ slug, name, member }) => (
              <li key={member}>
                <Link href={`/regions/${slug}/people/remove/${member}`}>
                  {t('erase.leaveOne', { name })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
