import { getLocale, getTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { compareRegions } from '@/lib/compare/data'
import { busiestStep } from '@/lib/compare/rules'
import { compareSchema, cursorText, type CompareQuery, type Cursor } from '@/lib/compare/schema'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLatestGuide } from '@/lib/guidebook/data'
import { CompareFilter } from './compare-filter'
import { CompareTable } from './compare-table'
import './compare.css'

export async function generateMetadata() {
  return { title: (await getTranslations('compare'))('title') }
}

export default async function ComparePage({ searchParams }: PageProps<'/compare'>) {
  const [asked, viewer, locale, t] = await Promise.all([
    searchParams,
    requireViewer(),
    getLocale(),
    getTranslations('compare'),
  ])
  const query = compareSchema.parse({ q: '', order: 'name', ...asked })
  const [page, guide] = await Promise.all([
    orNotFound(compareRegions(viewer, query)),
    getLatestGuide(locale),
  ])
  const busiest = busiestStep(page.rows)
  const title = t('headline', {
    regions: busiest?.regions ?? 0,
    step: busiest?.step ?? 1,
    title: guide.steps[(busiest?.step ?? 1) - 1]?.title ?? '',
  })
  return (
    <>
      <PageHeader title={title} lede={t('lede')} />
      <CompareFilter query={query} guide={guide} />
      {page.rows.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <CompareTable rows={page.rows} guide={guide} />
      )}
      <p className="small">
        <Link href="/admin">{t('withoutCoordinator')}</Link>
      </p>
      <nav aria-label={t('pages')} className="cluster compare-pages">
        {page.previous && <Link href={address(query, page.previous)}>{t('previous')}</Link>}
        {page.next && <Link href={address(query, page.next)}>{t('next')}</Link>}
      </nav>
    </>
  )
}

function address(query: CompareQuery, at: Cursor): string {
  const { q, country, territory, step, state, order } = query
  const wanted = { q, country, territory, step: step?.toString(), state, order }
  const given = Object.entries(wanted).filter((entry): entry is [string, string] => !!entry[1])
  return `/compare?${new URLSearchParams([...given, ['at', cursorText(at)]])}`
}
