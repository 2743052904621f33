import { KeptDate, KeptSelect } from '@/components/forms/kept-fields'
import { OwnerSelect } from '@/components/journey/owner-select'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'
import { ChosenFault } from '@/components/choose/chosen-fault'

/** What can be set for all chosen rows at once, each with its own button. */
export function WithChosen({ partners }: { partners: { id: string; name: string }[] }) {
  const t = useTranslations('checklists')
  return (
    <fieldset className="with-chosen">
      <legend>{t('withChosen')}</legend>
      <ChosenFault />
      <div className="with-chosen-field">
        <OwnerSelect id="chosen-owner" owner={{ kind: 'coordinator' }} partners={partners} />
        <Button tone="quiet" name="what" value="owner">
          {t('set.owner')}
        </Button>
      </div>
      <div className="with-chosen-field">
        <KeptDate id="chosen-day" name="dueOn" label={t('set.dayLabel')} />
        <Button tone="quiet" name="what" value="dueOn">
          {t('set.day')}
        </Button>
      </div>
      <div className="with-chosen-field">
        <KeptSelect id="chosen-state" name="state" label={t('set.stateLabel')} defaultValue="done">
          {(['done', 'started', 'open'] as const).map((state) => (
            <option key={state} value={state}>
              {t(`set.states.${state}`)}
            </option>
          ))}
        </KeptSelect>
        <Button tone="quiet" name="what" value="state">
          {t('set.state')}
        </Button>
      </div>
    </fieldset>
  )
}
