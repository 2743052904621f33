import { ChosenBar, ChosenField } from '@/components/choose/chosen-bar'
import { KeptDate, KeptSelect } from '@/components/forms/kept-fields'
import { OwnerSelect } from '@/components/journey/owner-select'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'

/** What can be set for all chosen rows at once, each with its own button. */
export function WithChosen({ partners }: { partners: { id: string; name: string }[] }) {
  const t = useTranslations('checklists')
  return (
    <ChosenBar legend={t('withChosen')} jump={t('toChosen')}>
      <ChosenField>
        <OwnerSelect id="chosen-owner" owner={{ kind: 'coordinator' }} partners={partners} />
        <Button tone="quiet" name="what" value="owner">
          {t('set.owner')}
        </Button>
      </ChosenField>
      <ChosenField>
        <KeptDate id="chosen-day" name="dueOn" label={t('set.dayLabel')} />
        <Button tone="quiet" name="what" value="dueOn">
          {t('set.day')}
        </Button>
      </ChosenField>
      <ChosenField>
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
      </ChosenField>
    </ChosenBar>
  )
}
