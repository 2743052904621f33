import { ActionForm } from '@/components/forms/action-form'
import { KeptDate, KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { useTranslations } from '@/lib/i18n/server'
import type { LineRow } from '@/lib/metrics/lines/data'
import { advance } from '../actions'

/** An application is signed, or what was signed has come. */
export function AdvanceForm({ line, regionId }: { line: LineRow; regionId: string }) {
  const t = useTranslations('metrics')
  const isApplied = line.stage === 'applied'
  const form = (
    <ActionForm
      action={advance}
      requestKey={crypto.randomUUID()}
      className="stack"
      keepsDraft={isApplied}
      label={t(isApplied ? 'line.secureOne' : 'line.receiveOne', { title: line.title })}
    >
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="id" value={line.id} />
      <input type="hidden" name="stage" value={isApplied ? 'secured' : 'received'} />
      {isApplied && <KeptDate id={`day-${line.id}`} name="day" label={t('line.signed')} required />}
      {isApplied && line.currency !== 'EUR' && (
        <>
          <KeptText
            id={`rate-${line.id}`}
            name="rate"
            inputMode="decimal"
            label={t('line.ownRate')}
            hint={t('line.ownRateHint')}
          />
          <KeptText id={`source-${line.id}`} name="rateSource" label={t('line.rateSource')} />
        </>
      )}
      <div>
        <Button tone={isApplied ? undefined : 'quiet'} size="small">
          {t(isApplied ? 'line.secure' : 'line.receive')}
          <span className="visually-hidden">: {line.title}</span>
        </Button>
      </div>
    </ActionForm>
  )
  return isApplied ? <Disclosure summary={t('line.secure')}>{form}</Disclosure> : form
}
