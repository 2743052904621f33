import { ActionForm } from '@/components/forms/action-form'
import { KeptCheckbox, KeptDate, KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'
import { choose } from '../actions'
import type { Found } from './found'

/** Whether it is among the first to be involved, and what happens next with it. */
export function ChoiceForm({ found }: { found: Found }) {
  const t = useTranslations('priorities')
  const forms = useTranslations('forms')
  const { region, partner, choice, coordinators } = found
  return (
    <ActionForm action={choose} requestKey={crypto.randomUUID()} className="stack">
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="partnerId" value={partner.id} />
      <input type="hidden" name="version" value={choice?.version ?? 0} />
      <KeptCheckbox
        name="firstCircle"
        label={t('choice.firstCircle')}
        hint={t('choice.firstCircleHint')}
        defaultChecked={choice?.firstCircle}
      />
      <KeptText
        name="circleReason"
        label={t('choice.reason')}
        hint={t('choice.reasonHint')}
        defaultValue={choice?.reason}
        maxLength={200}
        autoComplete="off"
      />
      <KeptText
        name="action"
        label={t('choice.action')}
        aside={forms('optional')}
        defaultValue={choice?.action}
        maxLength={200}
        autoComplete="off"
      />
      <KeptText
        name="actionBy"
        label={t('choice.actionBy')}
        aside={forms('optional')}
        defaultValue={choice?.actionBy}
        maxLength={80}
        list="coordinators"
        autoComplete="off"
      />
      <datalist id="coordinators">
        {coordinators.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <KeptDate
        name="actionOn"
        label={t('choice.actionOn')}
        aside={forms('optional')}
        defaultValue={choice?.actionOn ?? ''}
      />
      <div>
        <Button tone="quiet">{forms('save')}</Button>
      </div>
    </ActionForm>
  )
}
