import { ActionForm } from '@/components/forms/action-form'
import { KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { DenominatorRow } from '@/lib/metrics/measures/data'
import { MEASURES } from '@/lib/metrics/measures/rules'
import { measureBy, unmeasure } from './actions'

interface Props {
  regionId: string
  measures: DenominatorRow[]
  keeps: boolean
}

/** What the region's numbers are set against: how large its field is, and what it was given. */
export function Measures({ regionId, measures, keeps }: Props) {
  const t = useTranslations('metrics')
  const format = useFormatter()
  if (measures.length === 0 && !keeps) return null
  return (
    <Card title={t('measure.title')}>
      <div className="stack">
        <p className="muted">{t('measure.lede')}</p>
        {measures.length > 0 && (
          <Table id="measures" caption={t('measure.title')} captionHidden stack>
            <thead>
              <tr>
                {(['kind', 'value', 'year', 'source'] as const).map((column) => (
                  <th
                    key={column}
                    scope="col"
                    className={column === 'value' ? 'number' : undefined}
                  >
                    {t(`measure.${column}`)}
                  </th>
                ))}
                {keeps && <th scope="col">{t('measure.action')}</th>}
              </tr>
            </thead>
            <tbody>
              {measures.map(({ kind, year, value, source }) => (
                <tr key={`${kind} ${year}`}>
                  <th scope="row">{t(`measure.kinds.${kind}`)}</th>
                  <td data-label={t('measure.value')} className="number">
                    {format.number(value)}
                  </td>
                  <td data-label={t('measure.year')}>{year}</td>
                  <td data-label={t('measure.source')}>{source}</td>
                  {keeps && (
                    <td data-label={t('measure.action')}>
                      <ActionForm
                        action={unmeasure}
                        requestKey={crypto.randomUUID()}
                        keepsDraft={false}
                      >
                        <input type="hidden" name="regionId" value={regionId} />
                        <input type="hidden" name="kind" value={kind} />
                        <input type="hidden" name="year" value={year} />
                        <Button tone="plain">
                          {t('measure.drop')}
                          <span className="visually-hidden">
                            : {t(`measure.kinds.${kind}`)}, {year}
                          </span>
                        </Button>
                      </ActionForm>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {keeps && (
          <Disclosure summary={t('measure.add')}>
            <ActionForm
              action={measureBy}
              requestKey={crypto.randomUUID()}
              className="stack"
              label={t('measure.add')}
            >
              <input type="hidden" name="regionId" value={regionId} />
              <div className="part-fields">
                <KeptSelect name="kind" label={t('measure.kind')}>
                  {MEASURES.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`measure.kinds.${kind}`)}
                    </option>
                  ))}
                </KeptSelect>
                <KeptText name="value" inputMode="decimal" label={t('measure.value')} required />
                <KeptText name="year" inputMode="numeric" label={t('measure.year')} required />
              </div>
              <KeptText
                name="source"
                label={t('measure.source')}
                hint={t('measure.sourceHint')}
                required
              />
              <div>
                <Button>{t('measure.set')}</Button>
              </div>
            </ActionForm>
          </Disclosure>
        )}
      </div>
    </Card>
  )
}
