import { useTranslations } from '@/lib/i18n/server'
import { Button, LinkButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import type { PartnerFilter } from '@/lib/partners/listing/rules'
import { PARTNER_STATUSES, SECTORS } from '@/lib/partners/rules'

/** A plain form whose answers stand in the address. */
export function PartnerFilterForm({ filter, home }: { filter: PartnerFilter; home: string }) {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  return (
    <form action={home} role="search" aria-label={t('filter.label')} className="filter-form">
      {filter.archived && <input type="hidden" name="aside" value="1" />}
      <TextField name="q" type="search" label={t('filter.search')} defaultValue={filter.search} />
      <SelectField name="sector" label={t('filter.sector')} defaultValue={filter.sector ?? ''}>
        <option value="">{t('filter.all')}</option>
        {SECTORS.map((sector) => (
          <option key={sector} value={sector}>
            {words(`sector.${sector}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="status" label={t('filter.status')} defaultValue={filter.status ?? ''}>
        <option value="">{t('filter.all')}</option>
        {PARTNER_STATUSES.map((status) => (
          <option key={status} value={status}>
            {words(`status.${status}`)}
          </option>
        ))}
      </SelectField>
      <div className="cluster">
        <Button tone="quiet">{t('filter.apply')}</Button>
        <LinkButton tone="plain" href={filter.archived ? `${home}?aside=1` : home}>
          {t('filter.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
