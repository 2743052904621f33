import { z } from 'zod'
import { ActionForm } from '@/components/forms/action-form'
import { SheetFile } from '@/components/sheet/sheet-file'
import '@/components/sheet/sheet.css'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { inAddress } from '@/lib/forms/fields'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { getPartnersRegion } from '@/lib/partners/data'
import { keep, look } from './actions'
import { Preview } from './preview'

const saved = inAddress(z.coerce.number().int().min(0).max(10_000))

export async function generateMetadata() {
  return { title: (await getTranslations('register'))('import.title') }
}

export default async function ImportPage({
  params,
  searchParams,
}: PageProps<'/regions/[region]/partners/import'>) {
  const [{ region: slug }, asked, viewer, t, sheet, forms] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('register'),
    getTranslations('sheet'),
    getTranslations('forms'),
  ])
  const region = await orNotFound(getPartnersRegion(viewer, slug))
  const count = asked.saved === undefined ? null : saved.parse(asked.saved)
  const home = `/regions/${region.slug}/partners`
  return (
    <>
      <PageHeader
        eyebrow={<Link href={home}>{t('import.back', { region: region.name })}</Link>}
        title={t('import.title')}
        lede={sheet('import.lede')}
      />
      <div className="stack stack-wide">
        {count !== null && (
          <Notice tone="good" title={sheet('done.title', { count })}>
            <p>
              <Link href={home}>{t('import.toRegister')}</Link>
            </p>
          </Notice>
        )}
        <Card>
          <ActionForm
            action={look}
            className="stack"
            keepsDraft={false}
            after={
              <Preview
                action={keep}
                regionId={region.id}
                requestKey={crypto.randomUUID()}
                words={{
                  title: sheet('preview.title'),
                  relations: t('relations.preview'),
                  row: sheet('preview.row'),
                  what: t('preview.what'),
                  changes: sheet('preview.changes'),
                  faults: sheet('preview.faults'),
                  about: t('choice.label'),
                  choose: t('choice.choose'),
                  keep: sheet('preview.keep'),
                }}
              />
            }
          >
            <input type="hidden" name="regionId" value={region.id} />
            <SheetFile
              label={sheet('import.file')}
              hint={t('import.fileHint')}
              tooLarge={forms('faults.sheetTooLarge')}
            />
            <div className="cluster">
              <Button>{sheet('import.look')}</Button>
            </div>
          </ActionForm>
        </Card>
        <Card title={t('import.how.title')}>
          <div className="stack">
            <p>{t('import.how.rows')}</p>
            <p>{t('import.how.lists')}</p>
            <p>{t('import.how.doubles')}</p>
            <p>{t('import.how.relations')}</p>
            <p>
              {sheet('import.download')}{' '}
              <a href={`${home}/export?format=xlsx`}>{sheet('import.xlsx')}</a>,{' '}
              <a href={`${home}/export?format=csv`}>{sheet('import.csv')}</a>,{' '}
              <a href={`${home}/export?format=csv&what=relations`}>{t('import.csvRelations')}</a>
            </p>
          </div>
        </Card>
      </div>
    </>
  )
}
