import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { listEvidence } from '@/lib/evidence/data'
import { evidenceQuerySchema } from '@/lib/evidence/schema'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { EvidenceFilter } from './evidence-filter'
import { EvidenceList } from './evidence-list'
import { WithoutEvidence } from './without-evidence'

export async function generateMetadata() {
  return { title: (await getTranslations('evidence'))('title') }
}

/** All evidence of a region, and what is done without any. */
export default async function EvidencePage(props: PageProps<'/regions/[region]/evidence'>) {
  const [{ region: slug }, asked, viewer, locale, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getLocale(),
    getTranslations('evidence'),
  ])
  const { q = '', step = null, kind = null, before = null } = asked
  const query = evidenceQuerySchema.parse({ q, step, kind, before })
  const found = await orNotFound(listEvidence(viewer, slug, locale, query))
  const { region, total, older } = found
  const home = `/regions/${region.slug}/evidence`
  const kept = Object.entries(query).filter(([name, value]) => value && name !== 'before')
  const at = (more: [string, string][]) =>
    `${home}?${new URLSearchParams([...(kept as [string, string][]), ...more])}`
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={t('list.headline', { total })}
        lede={t('list.lede')}
      />
      <div className="split">
        {total === 0 ? (
          <EmptyState title={t('list.emptyTitle')}>
            <p>{t('list.emptyText')}</p>
          </EmptyState>
        ) : (
          <Card title={t('list.all')}>
            <EvidenceFilter query={query} steps={found.steps} home={home} />
            <EvidenceList found={found} />
            <nav className="cluster" aria-label={t('list.all')}>
              {query.before && (
                <LinkButton tone="quiet" size="small" href={at([])}>
                  {t('list.newest')}
                </LinkButton>
              )}
              {older && (
                <LinkButton tone="quiet" size="small" href={at([['before', older]])}>
                  {t('list.older')}
                </LinkButton>
              )}
            </nav>
          </Card>
        )}
        <WithoutEvidence found={found} />
      </div>
    </>
  )
}
