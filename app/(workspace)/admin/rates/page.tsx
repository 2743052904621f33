import { ActionForm } from '@/components/forms/action-form'
import { KeptDate, KeptFile, KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Table } from '@/components/ui/table'
import { requireViewer } from '@/lib/auth/current'
import { fromDay } from '@/lib/dates/days'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations, useFormatter, useTranslations } from '@/lib/i18n/server'
import { listRates, type RateRow } from '@/lib/metrics/rates/data'
import { bring, set } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('metrics'))('rates.title') }
}

/** By what money of other currencies is counted: entered or brought as a file, never fetched. */
export default async function RatesPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('metrics')])
  const { rates, all } = await orNotFound(listRates(viewer))
  return (
    <>
      <PageHeader title={t('rates.headline', { count: all })} lede={t('rates.lede')} />
      <div className="stack stack-wide">
        <div className="split">
          <SetCard />
          <BringCard />
        </div>
        <Card title={t('rates.list')}>
          {rates.length === 0 ? (
            <EmptyState title={t('rates.none')} level={3}>
              {t('rates.noneText')}
            </EmptyState>
          ) : (
            <RateTable rates={rates} />
          )}
        </Card>
      </div>
    </>
  )
}

function SetCard() {
  const t = useTranslations('metrics')
  return (
    <Card title={t('rates.set')}>
      <ActionForm
        action={set}
        requestKey={crypto.randomUUID()}
        className="stack"
        label={t('rates.set')}
      >
        <KeptText
          name="currency"
          label={t('rates.currency')}
          hint={t('rates.currencyHint')}
          maxLength={3}
          required
        />
        <KeptDate name="day" label={t('rates.day')} required />
        <KeptText name="rate" inputMode="decimal" label={t('rates.rate')} required />
        <KeptText name="source" label={t('rates.source')} hint={t('rates.sourceHint')} required />
        <div>
          <Button>{t('rates.save')}</Button>
        </div>
      </ActionForm>
    </Card>
  )
}

function BringCard() {
  const t = useTranslations('metrics')
  return (
    <Card title={t('rates.bring')}>
      <ActionForm
        action={bring}
        requestKey={crypto.randomUUID()}
        className="stack"
        label={t('rates.bring')}
      >
        <p>{t('rates.bringText')}</p>
        <KeptFile
          id="rates-file"
          name="file"
          label={t('rates.file')}
          accept=".csv,.xlsx"
          required
        />
        <KeptText id="rates-source" name="source" label={t('rates.source')} required />
        <div>
          <Button tone="quiet">{t('rates.bringThem')}</Button>
        </div>
      </ActionForm>
    </Card>
  )
}

function RateTable({ rates }: { rates: RateRow[] }) {
  const t = useTranslations('metrics')
  const format = useFormatter()
  return (
    <Table id="rates" caption={t('rates.list')} captionHidden stack>
      <thead>
        <tr>
          {(['day', 'currency', 'rate', 'source', 'by'] as const).map((column) => (
            <th key={column} scope="col" className={column === 'rate' ? 'number' : undefined}>
              {t(`rates.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rates.map(({ day, currency, rate, source, author }) => (
          <tr key={`${day} ${currency}`}>
            <th scope="row">
              {format.dateTime(fromDay(day), { dateStyle: 'medium', timeZone: 'UTC' })}
            </th>
            <td data-label={t('rates.currency')}>{currency}</td>
            <td data-label={t('rates.rate')} className="number">
              {format.number(rate, { maximumFractionDigits: 8 })}
            </td>
            <td data-label={t('rates.source')}>{source}</td>
            <td data-label={t('rates.by')}>{author ?? t('entries.somebody')}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
