import { Amount } from '@/components/metrics/amount'
import { QuarterBars } from '@/components/metrics/quarter-bars'
import { Card } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { getMetric } from '@/lib/metrics/data'
import { KIND } from '@/lib/metrics/rules'
import { EntryTable } from './entry-table'
import { Lines } from './lines'
import { QuarterForm } from './quarter-form'
import { Targets } from './targets'
import '../metrics.css'

type Props = PageProps<'/regions/[region]/metrics/[metric]'>

export async function generateMetadata() {
  return { title: (await getTranslations('metrics'))('title') }
}

/** One number of a region: how it is counted, what was told of each quarter, what is wanted. */
export default async function MetricPage({ params, searchParams }: Props) {
  const [{ region: slug, metric: id }, { quarter, take }, viewer, locale, t] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getLocale(),
    getTranslations('metrics'),
  ])
  const found = await orNotFound(getMetric(viewer, slug, id, locale))
  const { region, metric, keeps, measured } = found
  const { words, year, series } = metric
  const home = `/regions/${region.slug}/metrics`
  const wanted = typeof quarter === 'string' ? quarter : undefined
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href={home}>
            {region.name} · {t('title')}
          </Link>
        }
        title={words.label}
        lede={words.definition}
      />
      <div className="stack stack-wide">
        <div className="split">
          <Card title={t('now')}>
            {year.value === null ? (
              <p className="muted">
                {t(metric.entries.length > 0 ? 'told.elsewhere' : 'told.none')}
              </p>
            ) : (
              <div className="stack">
                <p className="metric-now">
                  <span className="metric-value">
                    <Amount value={year.value} words={words} />
                  </span>
                  <span className="muted small">
                    {t('told.quarters', {
                      reported: year.reported,
                      of: year.of,
                      kind: KIND[words.id],
                    })}
                  </span>
                </p>
                {measured && (
                  <p className="small">
                    {t(`measured.${measured.rate === null ? 'few' : measured.kind}`, {
                      rate: measured.rate ?? 0,
                      year: String(measured.year),
                    })}
                  </p>
                )}
                <QuarterBars series={series} title={t('picture', { metric: words.label })} />
              </div>
            )}
          </Card>
          <Card title={t('counting')}>
            <DefinitionList
              items={[
                { term: t('unit'), value: words.unit },
                { term: t('notCounted'), value: words.notCounted },
                { term: t('overTime'), value: t(`kind.${KIND[words.id]}`) },
              ]}
            />
          </Card>
        </div>
        {keeps && <QuarterForm found={found} wanted={wanted} takes={take === '1'} />}
        <Lines found={found} />
        <EntryTable found={found} />
        <Targets found={found} />
      </div>
    </>
  )
}
