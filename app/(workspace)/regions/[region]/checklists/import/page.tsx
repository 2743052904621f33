import { z } from 'zod'
import { ActionForm } from '@/components/forms/action-form'
import { LookForm } from '@/components/sheet/look-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { undo } from '@/app/(workspace)/actions'
import { requireViewer } from '@/lib/auth/current'
import { inAddress } from '@/lib/forms/fields'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { getSheetRegion } from '@/lib/journey/sheet/preview'
import { keep, look } from './actions'

type Props = PageProps<'/regions/[region]/checklists/import'>

const saved = z.object({
  saved: inAddress(z.uuid()),
  count: inAddress(z.coerce.number().int().min(1)),
})

export async function generateMetadata() {
  return { title: (await getTranslations('sheet'))('import.title') }
}

export default async function ImportPage({ params, searchParams }: Props) {
  const [{ region: slug }, asked, viewer, t] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('sheet'),
  ])
  const region = await orNotFound(getSheetRegion(viewer, slug))
  const { saved: batch, count } = saved.parse({ saved: asked.saved, count: asked.count })
  const home = `/regions/${region.slug}`
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href={`${home}/checklists`}>{t('import.back', { region: region.name })}</Link>
        }
        title={t('import.title')}
        lede={t('import.lede')}
      />
      <div className="stack stack-wide">
        {batch && count && <Saved {...{ batch, count }} regionId={region.id} />}
        <Card>
          <LookForm
            {...{ look, keep }}
            regionId={region.id}
            hint={t('import.fileHint')}
            what={t('preview.what')}
          />
        </Card>
        <HowTo home={`${home}/checklists/export`} />
      </div>
    </>
  )
}

/** What was just saved, and the way back. */
function Saved({ batch, count, regionId }: { batch: string; count: number; regionId: string }) {
  const t = useTranslations('sheet')
  const step = useTranslations('step')
  return (
    <Notice tone="good" title={t('done.title', { count })}>
      <p>{t('done.text')}</p>
      <ActionForm action={undo} requestKey={crypto.randomUUID()} className="cluster">
        <input type="hidden" name="regionId" value={regionId} />
        <input type="hidden" name="entry" value={batch} />
        <Button tone="quiet" size="small">
          {step('undoAll')}
        </Button>
      </ActionForm>
    </Notice>
  )
}

function HowTo({ home }: { home: string }) {
  const t = useTranslations('sheet')
  return (
    <Card title={t('import.how.title')}>
      <div className="stack">
        <p>{t('import.how.values')}</p>
        <p>{t('import.how.own')}</p>
        <p>{t('import.how.order')}</p>
        <p>
          {t('import.download')} <a href={`${home}?format=xlsx`}>{t('import.xlsx')}</a>,{' '}
          <a href={`${home}?format=csv`}>{t('import.csv')}</a>
        </p>
      </div>
    </Card>
  )
}
