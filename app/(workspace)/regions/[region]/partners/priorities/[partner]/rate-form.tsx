import { ActionForm } from '@/components/forms/action-form'
import { KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { HIGHEST, LOWEST } from '@/lib/candid/matrix/rules'
import { useTranslations } from '@/lib/i18n/server'
import { rate } from '../actions'
import type { Found } from './found'

const SCALE = ['1', '2', '3', '4', '5'] as const

/** Two questions and a reason: one's own view, or that of somebody who sits beside. */
export function RateForm({ found: { region, partner, ratings } }: { found: Found }) {
  const t = useTranslations('priorities')
  const forms = useTranslations('forms')
  const mine = ratings.find(({ isMine }) => isMine)
  return (
    <ActionForm action={rate} requestKey={crypto.randomUUID()} className="stack">
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="partnerId" value={partner.id} />
      {(['influence', 'interest'] as const).map((axis) => (
        <KeptSelect
          key={axis}
          name={axis}
          label={t(`form.${axis}`)}
          hint={t(`form.${axis}Hint`, { lowest: LOWEST, highest: HIGHEST })}
          defaultValue={mine ? String(mine[axis]) : ''}
          required
        >
          {!mine && <option value="">{t('form.choose')}</option>}
          {SCALE.map((value) => (
            <option key={value} value={value}>
              {t(`scale.${value}`)}
            </option>
          ))}
        </KeptSelect>
      ))}
      <KeptText
        name="reason"
        label={t('form.reason')}
        aside={forms('optional')}
        defaultValue={mine?.reason}
        maxLength={200}
        autoComplete="off"
      />
      <KeptText
        name="rater"
        label={t('form.rater')}
        hint={t('form.raterHint')}
        aside={forms('optional')}
        maxLength={80}
        autoComplete="off"
      />
      <div>
        <Button>{t('form.save')}</Button>
      </div>
    </ActionForm>
  )
}
