import { ActionForm } from '@/components/forms/action-form'
import { KeptDate, KeptText } from '@/components/forms/kept-fields'
import { Amount } from '@/components/metrics/amount'
import { TargetLine } from '@/components/metrics/target-line'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { useTranslations } from '@/lib/i18n/server'
import type { getMetric } from '@/lib/metrics/data'
import { hasValue } from '@/lib/metrics/rules'
import { target, untarget } from '../actions'

type Props = { found: Awaited<ReturnType<typeof getMetric>> }

/** What the region wants to reach with this number. */
export function Targets({ found }: Props) {
  const t = useTranslations('metrics')
  const { region, metric, keeps } = found
  const { words, targets } = metric
  if (!hasValue(words.id)) return null
  return (
    <Card title={t('target.title')}>
      <div className="stack">
        {targets.length === 0 && <p className="muted">{t('target.none')}</p>}
        {targets.map((one) => (
          <div key={one.id} className="stack stack-tight">
            <TargetLine target={one} words={words} />
            {keeps && (
              <ActionForm action={untarget} requestKey={crypto.randomUUID()} keepsDraft={false}>
                <input type="hidden" name="regionId" value={region.id} />
                <input type="hidden" name="id" value={one.id} />
                <Button tone="plain">
                  {t('target.drop')}
                  <span className="visually-hidden">
                    : <Amount value={one.value} words={words} />
                  </span>
                </Button>
              </ActionForm>
            )}
          </div>
        ))}
        {keeps && (
          <Disclosure summary={t('target.add')}>
            <ActionForm
              action={target}
              requestKey={crypto.randomUUID()}
              className="stack"
              label={t('target.add')}
            >
              <input type="hidden" name="regionId" value={region.id} />
              <input type="hidden" name="metric" value={words.id} />
              <div className="part-fields">
                <KeptText
                  id="target-value"
                  name="value"
                  inputMode="decimal"
                  label={t('target.value', { unit: words.unit })}
                  required
                />
                <KeptDate name="dueOn" label={t('target.dueOn')} hint={t('target.dueHint')} />
                <KeptText name="baseline" inputMode="decimal" label={t('target.baseline')} />
                <KeptDate name="baselineOn" label={t('target.baselineOn')} />
              </div>
              <KeptText id="target-source" name="source" label={t('target.source')} />
              <div>
                <Button>{t('target.set')}</Button>
              </div>
            </ActionForm>
          </Disclosure>
        )}
      </div>
    </Card>
  )
}
