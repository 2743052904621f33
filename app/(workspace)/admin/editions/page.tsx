import { ActionForm } from '@/components/forms/action-form'
import { KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Table } from '@/components/ui/table'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { canLoadEditions } from '@/lib/guidebook/edition/access/rules'
import { type EditionLine, listEditions } from '@/lib/guidebook/edition/data'
import { getTranslations, useFormatter, useTranslations } from '@/lib/i18n/server'
import { check } from './actions'
import './editions.css'

export async function generateMetadata() {
  return { title: (await getTranslations('editions'))('title') }
}

export default async function EditionsPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('editions')])
  const editions = await orNotFound(listEditions(viewer))
  const newest = editions[0]?.number ?? 0
  return (
    <>
      <PageHeader title={t('headline', { newest, count: editions.length })} lede={t('lede')} />
      <div className="stack stack-wide">
        <Card title={t('list')}>
          <EditionTable editions={editions} />
        </Card>
        {canLoadEditions(viewer) && <UploadCard newest={newest} />}
      </div>
    </>
  )
}

function EditionTable({ editions }: { editions: EditionLine[] }) {
  const t = useTranslations('editions')
  const format = useFormatter()
  return (
    <Table id="editions" caption={t('list')} captionHidden stack>
      <thead>
        <tr>
          {(['edition', 'loaded', 'regions', 'german', 'digest', 'file'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {editions.map(({ number, title, loadedAt, regions, german, digest }) => (
          <tr key={number}>
            <th scope="row">
              <Link href={`/admin/editions/${number}`}>
                {t('edition', { number })}
                <span className="visually-hidden">: {title}</span>
              </Link>
            </th>
            <td data-label={t('columns.loaded')}>
              <time dateTime={loadedAt.toISOString()}>
                {format.dateTime(loadedAt, { dateStyle: 'medium', timeZone: 'UTC' })}
              </time>
            </td>
            <td data-label={t('columns.regions')}>{format.number(regions)}</td>
            <td data-label={t('columns.german')}>{t(german ? 'yes' : 'no')}</td>
            <td data-label={t('columns.digest')}>
              <code title={digest}>{digest.slice(0, 12)}</code>
            </td>
            <td data-label={t('columns.file')}>
              <a href={`/admin/editions/${number}/file`} download>
                {t('download')}
                <span className="visually-hidden">: {t('edition', { number })}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function UploadCard({ newest }: { newest: number }) {
  const t = useTranslations('editions')
  return (
    <Card title={t('upload.title', { number: newest + 1 })} id="upload">
      <p>{t('upload.lede', { newest })}</p>
      <ActionForm action={check} requestKey={crypto.randomUUID()} className="stack">
        <KeptText
          type="file"
          name="file"
          label={t('upload.file')}
          hint={t('upload.hint')}
          accept="application/json,.json"
          required
        />
        <div>
          <Button>{t('upload.check')}</Button>
        </div>
      </ActionForm>
    </Card>
  )
}
