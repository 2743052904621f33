import { ActionForm } from '@/components/forms/action-form'
import { KeptCheckbox, KeptDate, KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { useTranslations } from '@/lib/i18n/server'
import { kindsOf, type Lined, STAGES } from '@/lib/metrics/lines/rules'
import { line } from '../actions'

/** Asks for a training, a lab or a financing line. */
export function LineForm({ metric, regionId }: { metric: Lined; regionId: string }) {
  const t = useTranslations('metrics')
  const kinds = kindsOf(metric)
  return (
    <ActionForm
      action={line}
      requestKey={crypto.randomUUID()}
      className="stack"
      label={t(`line.add.${metric}`)}
    >
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="metric" value={metric} />
      <KeptText id="line-title" name="title" label={t('line.name')} required />
      <div className="part-fields">
        <KeptDate
          id="line-day"
          name="day"
          label={t(metric === 'funding_leveraged' ? 'line.signed' : 'line.ended')}
          required
        />
        {kinds.length > 0 && (
          <KeptSelect id="line-kind" name="kind" label={t(`line.kind.${metric}`)}>
            <option value="">{t('line.kind.open')}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`part.${kind}` as 'part.micro')}
              </option>
            ))}
          </KeptSelect>
        )}
        {metric === 'trainings_delivered' && (
          <KeptText
            id="line-learners"
            name="learners"
            inputMode="numeric"
            label={t('line.learners')}
            required
          />
        )}
      </div>
      {metric === 'funding_leveraged' && <MoneyFields />}
      <Disclosure summary={t('line.jointly')}>
        <div className="stack">
          <KeptCheckbox id="line-joint" name="joint" label={t('line.isJoint')} />
          <div className="part-fields">
            <KeptText
              id="line-share"
              name="share"
              inputMode="decimal"
              label={t('line.share')}
              hint={t('line.shareHint')}
            />
            <KeptText
              id="line-key"
              name="jointKey"
              label={t('line.key')}
              hint={t('line.keyHint')}
              autoComplete="off"
            />
          </div>
        </div>
      </Disclosure>
      <div>
        <Button>{t('line.save')}</Button>
      </div>
    </ActionForm>
  )
}

function MoneyFields() {
  const t = useTranslations('metrics')
  return (
    <>
      <div className="part-fields">
        <KeptSelect
          id="line-stage"
          name="stage"
          label={t('line.stageLabel')}
          defaultValue="secured"
        >
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {t(`line.stage.${stage}`)}
            </option>
          ))}
        </KeptSelect>
        <KeptText
          id="line-amount"
          name="amount"
          inputMode="decimal"
          label={t('line.amount')}
          required
        />
        <KeptText
          id="line-currency"
          name="currency"
          label={t('line.currency')}
          defaultValue="EUR"
          maxLength={3}
          required
        />
        <KeptText id="line-from" name="fromYear" inputMode="numeric" label={t('line.fromYear')} />
        <KeptText id="line-to" name="toYear" inputMode="numeric" label={t('line.toYear')} />
      </div>
      <Disclosure summary={t('line.rateSummary')}>
        <div className="part-fields">
          <KeptText
            id="line-rate"
            name="rate"
            inputMode="decimal"
            label={t('line.ownRate')}
            hint={t('line.ownRateHint')}
          />
          <KeptText id="line-rate-source" name="rateSource" label={t('line.rateSource')} />
        </div>
      </Disclosure>
    </>
  )
}
