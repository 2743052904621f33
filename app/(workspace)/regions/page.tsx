import { getTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { seesAllRegions } from '@/lib/auth/rules'
import { listMyRegions } from '@/lib/regions/data'

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('regions.title') }
}

export default async function RegionsPage() {
  const [viewer, t, words] = await Promise.all([
    requireViewer(),
    getTranslations('people'),
    getTranslations('words'),
  ])
  const regions = await listMyRegions(viewer)
  const compare = seesAllRegions(viewer) && (
    <LinkButton href="/compare">{t('regions.compare')}</LinkButton>
  )
  const title = t('regions.headline', { count: regions.length })
  return (
    <>
      <PageHeader title={title} actions={regions.length > 0 && compare} />
      {regions.length === 0 ? (
        <EmptyState title={t('regions.title')} action={compare}>
          <p>{t('regions.empty')}</p>
        </EmptyState>
      ) : (
        <Card>
          <ul role="list" className="rows">
            {regions.map(({ slug, name, role, stage, reachedStep }) => (
              <li key={slug} className="row">
                <span>
                  <Link href={`/regions/${slug}`}>{name}</Link>
                  <br />
                  <span className="muted small">{words(`role.${role}`)}</span>
                </span>
                <span className="muted small">
                  {words(`stage.${stage as 0 | 1 | 2 | 3 | 4}`)},{' '}
                  {t('regions.reached', { step: reachedStep })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
