import { notFound } from 'next/navigation'
import { AgainstForm } from '@/components/editions/against-form'
import { EditionDiffView } from '@/components/editions/edition-diff'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { compareEdition } from '@/lib/guidebook/edition/data'
import { againstSchema, editionNumber } from '@/lib/guidebook/edition/input/schema'
import { getTranslations } from '@/lib/i18n/server'
import '../editions.css'

export async function generateMetadata({ params }: PageProps<'/admin/editions/[edition]'>) {
  const number = Number((await params).edition) || 0
  return { title: (await getTranslations('editions'))('edition', { number }) }
}

export default async function EditionPage(props: PageProps<'/admin/editions/[edition]'>) {
  const [{ edition: asked }, query, viewer, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getTranslations('editions'),
  ])
  const number = editionNumber.safeParse(asked).data
  if (!number) notFound()
  const against = againstSchema.parse({ against: query.against ?? null }).against
  const { edition, others, base, diff } = await orNotFound(compareEdition(viewer, number, against))
  return (
    <>
      <PageHeader
        eyebrow={<Link href="/admin/editions">{t('title')}</Link>}
        title={t('one.headline', { number, regions: edition.regions })}
        lede={edition.title}
      />
      {base === null ? (
        <Card>
          <p className="muted">{t('one.first')}</p>
        </Card>
      ) : (
        <div className="stack stack-wide">
          {others.length > 1 && <AgainstForm editions={others} base={base} />}
          <EditionDiffView diff={diff} base={base} />
        </div>
      )}
    </>
  )
}
