import { AgainstForm } from '@/components/editions/against-form'
import { EditionDiffView } from '@/components/editions/edition-diff'
import { ActionForm } from '@/components/forms/action-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getDraft } from '@/lib/guidebook/edition/data'
import { againstSchema } from '@/lib/guidebook/edition/input/schema'
import { getTranslations } from '@/lib/i18n/server'
import { load } from '../../actions'
import '../../editions.css'

export async function generateMetadata() {
  return { title: (await getTranslations('editions'))('draft.title') }
}

export default async function DraftPage(props: PageProps<'/admin/editions/drafts/[draft]'>) {
  const [{ draft: id }, query, viewer, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getTranslations('editions'),
  ])
  const { against } = againstSchema.parse({ against: query.against ?? null })
  const draft = await orNotFound(getDraft(viewer, id, against))
  const { newest, base, diff, returning, editions } = draft
  const number = newest + 1
  return (
    <>
      <PageHeader
        eyebrow={<Link href="/admin/editions">{t('title')}</Link>}
        title={t('draft.headline', { number })}
        lede={t('draft.lede')}
      />
      <div className="stack stack-wide">
        {!draft.german && <Notice tone="attention" title={t('draft.noGerman')} />}
        {returning.length > 0 && (
          <Notice tone="attention" title={t('draft.returning', { count: returning.length })}>
            <ul>
              {returning.map((one) => (
                <li key={one.id}>
                  {t('draft.returningWas', { edition: one.edition, words: one.words })}{' '}
                  <code>{one.id}</code>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {editions.length > 1 && base !== null && <AgainstForm editions={editions} base={base} />}
        <EditionDiffView diff={diff} base={base ?? newest} />
        <Card title={t('draft.confirm', { number })}>
          <p>{t('draft.closed')}</p>
          <p className="muted small">
            {t('columns.digest')}: <code className="digest">{draft.digest}</code>
          </p>
          <ActionForm action={load} requestKey={crypto.randomUUID()} className="cluster">
            <input type="hidden" name="id" value={draft.id} />
            <input type="hidden" name="digest" value={draft.digest} />
            <input type="hidden" name="newest" value={newest} />
            <Button>{t('draft.load', { number })}</Button>
            <LinkButton tone="quiet" href="/admin/editions">
              {t('draft.leave')}
            </LinkButton>
          </ActionForm>
        </Card>
      </div>
    </>
  )
}
