import { ActionForm } from '@/components/forms/action-form'
import { KeptCheckbox, KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { Amount } from '@/components/metrics/amount'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { useTranslations } from '@/lib/i18n/server'
import type { getMetric } from '@/lib/metrics/data'
import { hasValue, listParts } from '@/lib/metrics/rules'
import { addQuarters, quarterOf } from '@/lib/metrics/series/rules'
import { note } from '../actions'
import { useQuarter } from '../use-quarter'

interface Props {
  found: Awaited<ReturnType<typeof getMetric>>
  wanted: string | undefined
  /** Whether what the lists come to is to stand in the fields. */
  takes: boolean
}

/** Quarters that can be told of from here: the present one and the seven before it. */
const OFFERED = 8

/** Where a coordinator says what a quarter brought; what was said before stands in the fields. */
export function QuarterForm({ found, wanted, takes }: Props) {
  const t = useTranslations('metrics')
  const say = useQuarter()
  const { region, metric, today, engaged } = found
  const now = quarterOf(today)
  const quarters = Array.from({ length: OFFERED }, (_, index) => addQuarters(now, -index))
  const quarter = quarters.find((one) => one === wanted) ?? addQuarters(now, -1)
  const latest = metric.entries.find((entry) => entry.quarter === quarter)
  const { words } = metric
  const suggestion = found.suggest(quarter)
  const taken = takes ? suggestion : null
  const shown = (value: number | null | undefined) => value?.toString() ?? ''
  const parts = listParts(words.id)
  return (
    <Card title={t('form.title', { quarter: say(quarter) })} id="quarter">
      <div className="stack">
        <nav aria-label={t('form.quarters')}>
          <ul role="list" className="tabs">
            {quarters.map((one) => (
              <li key={one}>
                <Link
                  href={`?quarter=${one}#quarter`}
                  className="tab"
                  aria-current={one === quarter ? 'true' : undefined}
                >
                  {say(one)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {suggestion && (
          <div className="cluster">
            <p className="small">
              {t('form.fromLines', { count: suggestion.lines })}{' '}
              <Amount value={suggestion.value} words={words} />
            </p>
            {!takes && (
              <LinkButton href={`?quarter=${quarter}&take=1#quarter`} tone="quiet" size="small">
                {t('form.take')}
              </LinkButton>
            )}
          </div>
        )}
        <ActionForm
          key={`${quarter} ${taken ? 'taken' : ''}`}
          action={note}
          requestKey={crypto.randomUUID()}
          className="stack"
          label={t('form.title', { quarter: say(quarter) })}
        >
          <input type="hidden" name="regionId" value={region.id} />
          <input type="hidden" name="metric" value={words.id} />
          <input type="hidden" name="quarter" value={quarter} />
          <input type="hidden" name="version" value={latest?.version ?? 0} />
          {hasValue(words.id) && (
            <KeptText
              name="value"
              inputMode="decimal"
              label={t('form.value', { unit: words.unit })}
              hint={
                engaged === null ? t('form.valueHint') : t('form.suggested', { count: engaged })
              }
              defaultValue={shown(taken?.value ?? latest?.value)}
            />
          )}
          {parts.length > 0 && (
            <Disclosure
              summary={t(hasValue(words.id) ? 'form.parts' : 'form.channels')}
              open={
                !hasValue(words.id) ||
                Object.keys({ ...latest?.breakdown, ...taken?.breakdown }).length > 0
              }
            >
              <div className="part-fields">
                {parts.map((part) => (
                  <KeptText
                    key={part}
                    name={part}
                    inputMode="decimal"
                    label={t(`part.${part}` as 'part.micro')}
                    defaultValue={shown(taken?.breakdown[part] ?? latest?.breakdown[part])}
                  />
                ))}
              </div>
            </Disclosure>
          )}
          <KeptTextArea
            name="source"
            rows={2}
            label={t('form.source')}
            hint={t('form.sourceHint')}
            defaultValue={
              taken ? t('form.takenSource', { count: taken.lines }) : (latest?.source ?? '')
            }
          />
          <KeptText
            name="context"
            label={t('form.context')}
            hint={t('form.contextHint')}
            defaultValue={latest?.context ?? ''}
          />
          <KeptCheckbox name="confirm" label={t('form.confirm')} />
          <div>
            <Button>{t('form.save')}</Button>
          </div>
        </ActionForm>
      </div>
    </Card>
  )
}
