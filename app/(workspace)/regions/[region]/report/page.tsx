import { ActionForm } from '@/components/forms/action-form'
import { KeptTextArea } from '@/components/forms/kept-fields'
import { ReportSheet } from '@/components/report/report-sheet'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations, useTranslations } from '@/lib/i18n/server'
import { getReport } from '@/lib/report/data'
import { reportSchema } from '@/lib/report/schema'
import { tell } from './actions'
import { Choose } from './choose'
import './report.css'

export async function generateMetadata() {
  return { title: (await getTranslations('report'))('title') }
}

/** A region's report: what it shall hold, and the report itself as it would be printed. */
export default async function ReportPage(props: PageProps<'/regions/[region]/report'>) {
  const [{ region: slug }, asked, viewer, locale, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getLocale(),
    getTranslations('report'),
  ])
  const query = reportSchema.parse(asked)
  const found = await orNotFound(getReport(viewer, slug, query, locale))
  const { region, period, language, document } = found
  const home = `/regions/${region.slug}`
  const address = new URLSearchParams([
    ...Object.entries({ ...period, in: language }),
    ...query.with.map((section) => ['with', section]),
  ])
  return (
    <>
      <div className="no-print">
        <PageHeader
          eyebrow={<Link href={home}>{region.name}</Link>}
          title={t('title')}
          lede={t('lede')}
        />
      </div>
      <div className="report-desk">
        <div className="stack no-print">
          <Choose {...{ period, language, chosen: query.with, action: `${home}/report` }} />
          <Card title={t('take.title')}>
            <div className="stack">
              <p className="cluster">
                <a className="button" href={`${home}/report/file?${address}&format=pdf`}>
                  {t('take.pdf')}
                </a>
                <a
                  className="button button-quiet"
                  href={`${home}/report/file?${address}&format=xlsx`}
                >
                  {t('take.xlsx')}
                </a>
              </p>
              <p className="muted small">{t('take.print')}</p>
            </div>
          </Card>
          {found.tells && <Story found={found} />}
        </div>
        <ReportSheet report={document} />
      </div>
    </>
  )
}

function Story({ found }: { found: Awaited<ReturnType<typeof getReport>> }) {
  const t = useTranslations('report')
  const { region, language, story } = found
  const title = t('tell.title', { language: t(`language.${language}`) })
  return (
    <Card title={title}>
      <ActionForm
        key={language}
        action={tell}
        requestKey={crypto.randomUUID()}
        className="stack"
        label={title}
      >
        <input type="hidden" name="regionId" value={region.id} />
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="version" value={story.version} />
        <KeptTextArea
          name="words"
          rows={7}
          label={t('tell.words')}
          hint={t('tell.hint')}
          defaultValue={story.words}
        />
        <div>
          <Button>{t('tell.save')}</Button>
        </div>
      </ActionForm>
    </Card>
  )
}
