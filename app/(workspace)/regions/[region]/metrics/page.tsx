import { QuarterBars } from '@/components/metrics/quarter-bars'
import { Amount } from '@/components/metrics/amount'
import { TargetLine } from '@/components/metrics/target-line'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations, useTranslations } from '@/lib/i18n/server'
import { getMetrics, type MetricFigure } from '@/lib/metrics/data'
import { KIND } from '@/lib/metrics/rules'
import { Measures } from './measures'
import './metrics.css'

export async function generateMetadata() {
  return { title: (await getTranslations('metrics'))('title') }
}

/** What a region counts: four numbers that all regions count, and four more. */
export default async function MetricsPage({ params }: PageProps<'/regions/[region]/metrics'>) {
  const [{ region: slug }, viewer, locale, t] = await Promise.all([
    params,
    requireViewer(),
    getLocale(),
    getTranslations('metrics'),
  ])
  const { region, metrics, measures, keeps } = await orNotFound(getMetrics(viewer, slug, locale))
  const home = `/regions/${region.slug}`
  const core = metrics.filter(({ words }) => words.core)
  const more = metrics.filter(({ words }) => !words.core)
  const told = core.filter(({ year }) => year.reported > 0).length
  return (
    <>
      <PageHeader
        eyebrow={<Link href={home}>{region.name}</Link>}
        title={t('headline', { told, all: core.length })}
        lede={t('lede')}
      />
      <div className="stack stack-wide">
        <Group title={t('core')} metrics={core} base={`${home}/metrics`} keeps={keeps} />
        <Group title={t('more')} metrics={more} base={`${home}/metrics`} keeps={keeps} />
        <Measures regionId={region.id} measures={measures} keeps={keeps} />
        <p className="no-print small">
          {t('download.label')}{' '}
          <a href={`${home}/metrics/export?format=xlsx`}>{t('download.xlsx')}</a>,{' '}
          <a href={`${home}/metrics/export?format=csv`}>{t('download.csv')}</a>.{' '}
          {keeps && <Link href={`${home}/metrics/import`}>{t('bring.link')}</Link>}
        </p>
      </div>
    </>
  )
}

interface GroupProps {
  title: string
  metrics: MetricFigure[]
  base: string
  keeps: boolean
}

function Group({ title, metrics, base, keeps }: GroupProps) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul role="list" className="metric-grid">
        {metrics.map((metric) => (
          <li key={metric.words.id}>
            <MetricCard metric={metric} base={base} keeps={keeps} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function MetricCard({
  metric,
  base,
  keeps,
}: Omit<GroupProps, 'title' | 'metrics'> & { metric: MetricFigure }) {
  const t = useTranslations('metrics')
  const { words, year, series, targets, entries } = metric
  const href = `${base}/${words.id}`
  return (
    <Card level={3} title={<Link href={href}>{words.label}</Link>}>
      <div className="stack">
        {year.value === null ? (
          <p className="muted">{t(entries.length > 0 ? 'told.elsewhere' : 'told.none')}</p>
        ) : (
          <>
            <p className="metric-now">
              <span className="metric-value">
                <Amount value={year.value} words={words} />
              </span>
              <span className="muted small">
                {t('told.quarters', { reported: year.reported, of: year.of, kind: KIND[words.id] })}
              </span>
            </p>
            <QuarterBars series={series} title={t('picture', { metric: words.label })} />
          </>
        )}
        {targets.map((target) => (
          <TargetLine key={target.id} target={target} words={words} />
        ))}
        {keeps && (
          <div>
            <LinkButton href={href} tone="quiet">
              {t('enter', { metric: words.label })}
            </LinkButton>
          </div>
        )}
      </div>
    </Card>
  )
}
