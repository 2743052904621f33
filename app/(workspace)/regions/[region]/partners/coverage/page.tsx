import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getFormatter, getLocale, getTranslations } from '@/lib/i18n/server'
import { getCoverage } from '@/lib/partners/coverage'
import { missingVoices } from '@/lib/partners/listing/rules'
import { isSubtype, SECTORS } from '@/lib/partners/rules'
import { PartnersNav } from '../partners-nav'
import './coverage.css'
import { CoverageRing } from './ring'
import { SectorTable, StepTable } from './tables'
import { MissingVoices } from './voices'

export async function generateMetadata() {
  return { title: (await getTranslations('partners'))('coverage.title') }
}

export default async function CoveragePage({
  params,
}: PageProps<'/regions/[region]/partners/coverage'>) {
  const [{ region: slug }, viewer, locale, format, t, words] = await Promise.all([
    params,
    requireViewer(),
    getLocale(),
    getFormatter(),
    getTranslations('partners'),
    getTranslations('words'),
  ])
  const found = await orNotFound(getCoverage(viewer, slug, locale))
  const { region, coverage, mayKeep } = found
  const { dominantSector } = coverage
  const silent = missingVoices(coverage).map((voice) =>
    isSubtype(voice) ? words(`subtype.${voice}`) : words(`sector.${voice}`),
  )
  const covered = SECTORS.filter((sector) => coverage.sectors[sector].coverage === 'covered').length
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={t('headline', { covered })}
        lede={t('lede')}
      />
      <PartnersNav region={region.slug} here="coverage" mayKeep={mayKeep} />
      <div className="stack stack-wide">
        {dominantSector && (
          <Notice tone="attention">
            <p>{t('coverage.dominant', { sector: words(`sector.${dominantSector}`) })}</p>
          </Notice>
        )}
        <Card title={t('coverage.title')}>
          <div className="coverage-both">
            <CoverageRing coverage={coverage} label={t('coverage.ringLabel', { covered })} />
            <div className="stack">
              <SectorTable coverage={coverage} />
              <p>
                {silent.length === 0
                  ? t('coverage.nobodyMissing')
                  : t('coverage.missing', { voices: format.list(silent) })}
              </p>
            </div>
          </div>
        </Card>
        <MissingVoices found={found} />
        <Card title={t('coverage.bySteps')}>
          <p className="muted">{t('coverage.byStepsLede')}</p>
          <StepTable steps={found.steps} region={region} />
        </Card>
      </div>
    </>
  )
}
