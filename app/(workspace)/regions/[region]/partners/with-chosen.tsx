import { ChosenBar, ChosenField } from '@/components/choose/chosen-bar'
import { KeptSelect } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'
import { PARTNER_STATUSES, SECTORS } from '@/lib/partners/rules'

/** What can be set for all chosen partners at once, each with its own button. */
export function WithChosen() {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  return (
    <ChosenBar legend={t('several.legend')} jump={t('several.jump')}>
      <ChosenField>
        <KeptSelect
          id="chosen-status"
          name="status"
          label={t('fields.status')}
          defaultValue="contacted"
        >
          {PARTNER_STATUSES.map((status) => (
            <option key={status} value={status}>
              {words(`status.${status}`)}
            </option>
          ))}
        </KeptSelect>
        <Button tone="quiet" name="what" value="status">
          {t('several.status')}
        </Button>
      </ChosenField>
      <ChosenField>
        <KeptSelect id="chosen-sector" name="sector" label={t('fields.sector')}>
          {SECTORS.map((sector) => (
            <option key={sector} value={sector}>
              {words(`sector.${sector}`)}
            </option>
          ))}
        </KeptSelect>
        <Button tone="quiet" name="what" value="sector">
          {t('several.sector')}
        </Button>
      </ChosenField>
      <ChosenField>
        <KeptSelect id="chosen-micro" name="micro" label={t('fields.microPlayer')}>
          <option value="yes">{t('yes')}</option>
          <option value="no">{t('no')}</option>
        </KeptSelect>
        <Button tone="quiet" name="what" value="micro">
          {t('several.micro')}
        </Button>
      </ChosenField>
      <p className="cluster">
        <Button tone="plain" name="what" value="aside">
          {t('several.aside')}
        </Button>
      </p>
    </ChosenBar>
  )
}
