import { z } from 'zod'
import { LookForm } from '@/components/sheet/look-form'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { inAddress } from '@/lib/forms/fields'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { getMetricsRegion } from '@/lib/metrics/sheet/preview'
import { keep, look } from './actions'

const saved = inAddress(z.coerce.number().int().min(0).max(10_000))

export async function generateMetadata() {
  return { title: (await getTranslations('metrics'))('bring.title') }
}

/** Many quarters at once: first shown, then written all together. */
export default async function ImportPage({
  params,
  searchParams,
}: PageProps<'/regions/[region]/metrics/import'>) {
  const [{ region: slug }, asked, viewer, t, sheet] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('metrics'),
    getTranslations('sheet'),
  ])
  const region = await orNotFound(getMetricsRegion(viewer, slug))
  const count = asked.saved === undefined ? null : saved.parse(asked.saved)
  const home = `/regions/${region.slug}/metrics`
  return (
    <>
      <PageHeader
        eyebrow={<Link href={home}>{t('bring.back', { region: region.name })}</Link>}
        title={t('bring.title')}
        lede={sheet('import.lede')}
      />
      <div className="stack stack-wide">
        {count !== null && (
          <Notice tone="good" title={sheet('done.title', { count })}>
            <p>
              <Link href={home}>{t('bring.toNumbers')}</Link>
            </p>
          </Notice>
        )}
        <Card>
          <LookForm
            {...{ look, keep }}
            regionId={region.id}
            hint={t('bring.fileHint')}
            what={t('bring.what')}
          />
        </Card>
        <Card title={t('bring.how.title')}>
          <div className="stack">
            {(['rows', 'cells', 'versions'] as const).map((about) => (
              <p key={about}>{t(`bring.how.${about}`)}</p>
            ))}
            <p>
              {t('bring.begin')} <a href={`${home}/export?format=xlsx`}>{sheet('import.xlsx')}</a>,{' '}
              <a href={`${home}/export?format=csv`}>{sheet('import.csv')}</a>
            </p>
          </div>
        </Card>
      </div>
    </>
  )
}
