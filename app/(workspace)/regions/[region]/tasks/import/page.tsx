import { z } from 'zod'
import { LookForm } from '@/components/sheet/look-form'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { inAddress } from '@/lib/forms/fields'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { getTasksRegion } from '@/lib/tasks/sheet/preview'
import { keep, look } from './actions'

const saved = inAddress(z.coerce.number().int().min(0).max(10_000))

export async function generateMetadata() {
  return { title: (await getTranslations('taskSheet'))('import.title') }
}

export default async function ImportPage({
  params,
  searchParams,
}: PageProps<'/regions/[region]/tasks/import'>) {
  const [{ region: slug }, asked, viewer, t, sheet] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('taskSheet'),
    getTranslations('sheet'),
  ])
  const region = await orNotFound(getTasksRegion(viewer, slug))
  const count = asked.saved === undefined ? null : saved.parse(asked.saved)
  const home = `/regions/${region.slug}/tasks`
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
              <Link href={home}>{t('import.toTasks')}</Link>
            </p>
          </Notice>
        )}
        <Card>
          <LookForm
            {...{ look, keep }}
            regionId={region.id}
            hint={t('import.fileHint')}
            what={t('preview.what')}
          />
        </Card>
        <HowTo home={`${home}/export`} />
      </div>
    </>
  )
}

function HowTo({ home }: { home: string }) {
  const t = useTranslations('taskSheet')
  const sheet = useTranslations('sheet')
  const downloads = (query: string) => (
    <>
      <a href={`${home}?${query}&format=xlsx`}>{sheet('import.xlsx')}</a>,{' '}
      <a href={`${home}?${query}&format=csv`}>{sheet('import.csv')}</a>
    </>
  )
  return (
    <Card title={t('import.how.title')}>
      <div className="stack">
        {(['rows', 'asked', 'cells', 'states'] as const).map((about) => (
          <p key={about}>{t(`import.how.${about}`)}</p>
        ))}
        <p>
          {t('import.template')} {downloads('what=template')}
        </p>
        <p>
          {t('import.all')} {downloads('state=all')}
        </p>
      </div>
    </Card>
  )
}
