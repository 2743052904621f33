import { Amount } from '@/components/metrics/amount'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { EntryRow, getMetric } from '@/lib/metrics/data'
import { listParts } from '@/lib/metrics/rules'
import { confirmedOf } from '@/lib/metrics/series/rules'
import { useQuarter } from '../use-quarter'

type Props = { found: Awaited<ReturnType<typeof getMetric>> }

/** Everything that was told, version by version: a correction leaves what it corrects readable. */
export function EntryTable({ found: { metric } }: Props) {
  const t = useTranslations('metrics')
  const standing = new Set([...confirmedOf(metric.entries).values()])
  return (
    <Card title={t('entries.title')}>
      {metric.entries.length === 0 ? (
        <EmptyState title={t('entries.none')} level={3}>
          {t('entries.noneText')}
        </EmptyState>
      ) : (
        <Table id="entries" caption={t('entries.title')} captionHidden stack="early">
          <thead>
            <tr>
              {(['quarter', 'value', 'status', 'parts', 'source', 'by'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`entries.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metric.entries.map((entry) => (
              <EntryLine
                key={`${entry.quarter} ${entry.version}`}
                {...{ entry, metric, stands: standing.has(entry) }}
              />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  )
}

interface LineProps {
  entry: EntryRow
  metric: Props['found']['metric']
  stands: boolean
}

function EntryLine({ entry, metric: { words }, stands }: LineProps) {
  const t = useTranslations('metrics')
  const format = useFormatter()
  const say = useQuarter()
  const { breakdown, source, context, author, createdAt, status, version } = entry
  const parts = listParts(words.id).filter((part) => breakdown[part] !== undefined)
  const state = status === 'draft' ? 'draft' : stands ? 'confirmed' : 'corrected'
  return (
    <tr>
      <th scope="row" data-label={t('entries.quarter')}>
        {say(entry.quarter)}
      </th>
      <td data-label={t('entries.value')} className="number">
        {entry.value === null ? '–' : <Amount value={entry.value} words={words} />}
      </td>
      <td data-label={t('entries.status')}>
        <span>
          <Chip tone={stands ? 'good' : 'outline'}>{t(`status.${state}`)}</Chip>{' '}
          <span className="muted small">{t('entries.version', { version })}</span>
        </span>
      </td>
      <td data-label={t('entries.parts')}>
        {parts
          .map(
            (part) => `${t(`part.${part}` as 'part.micro')} ${format.number(breakdown[part] ?? 0)}`,
          )
          .join(', ') || '–'}
      </td>
      <td data-label={t('entries.source')}>
        {[source, context].filter(Boolean).join(' · ') || '–'}
      </td>
      <td data-label={t('entries.by')}>
        {t('entries.who', {
          name: author ?? t('entries.somebody'),
          day: format.dateTime(createdAt, { dateStyle: 'medium' }),
        })}
      </td>
    </tr>
  )
}
