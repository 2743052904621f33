import { ChosenBar, ChosenField } from '@/components/choose/chosen-bar'
import { KeptDate, KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'

/** What can be done with all chosen tasks at once, each with its own button. */
export function WithChosen() {
  const t = useTranslations('tasks')
  return (
    <ChosenBar legend={t('withChosen')} jump={t('toChosen')} name="tasks">
      <ChosenField>
        <KeptDate id="chosen-day" name="dueOn" label={t('set.dayLabel')} />
        <Button tone="quiet" name="what" value="dueOn">
          {t('set.day')}
        </Button>
      </ChosenField>
      <ChosenField>
        <KeptSelect id="chosen-state" name="state" label={t('set.stateLabel')} defaultValue="done">
          {(['done', 'open'] as const).map((state) => (
            <option key={state} value={state}>
              {t(`state.${state}`)}
            </option>
          ))}
        </KeptSelect>
        <Button tone="quiet" name="what" value="state">
          {t('set.state')}
        </Button>
      </ChosenField>
      <ChosenField>
        <KeptText
          id="chosen-months"
          name="months"
          type="number"
          min={0}
          max={60}
          defaultValue="6"
          label={t('set.copyLabel')}
        />
        <Button tone="quiet" name="what" value="copy">
          {t('set.copy')}
        </Button>
      </ChosenField>
      <ChosenField>
        <p className="small muted">{t('set.copyHint')}</p>
        <Button tone="quiet" name="what" value="archive">
          {t('set.archive')}
        </Button>
      </ChosenField>
    </ChosenBar>
  )
}
