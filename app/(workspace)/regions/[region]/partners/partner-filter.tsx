import { useTranslations } from '@/lib/i18n/server'
import { Button, LinkButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { MARKS, PARTNER_ORDERS } from '@/lib/partners/listing/rules'
import type { RegisterAsked } from '@/lib/partners/listing/schema'
import { PARTNER_STATUSES, SECTORS, SIZES } from '@/lib/partners/rules'

/** A plain form whose answers stand in the address. */
export function PartnerFilterForm({ asked, home }: { asked: RegisterAsked; home: string }) {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  const all = <option value="">{t('filter.all')}</option>
  return (
    <form action={home} role="search" aria-label={t('filter.label')} className="filter-form">
      {asked.aside && <input type="hidden" name="aside" value="1" />}
      <TextField name="q" type="search" label={t('filter.search')} defaultValue={asked.q} />
      <SelectField name="sector" label={t('filter.sector')} defaultValue={asked.sector ?? ''}>
        {all}
        {SECTORS.map((sector) => (
          <option key={sector} value={sector}>
            {words(`sector.${sector}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="status" label={t('filter.status')} defaultValue={asked.status ?? ''}>
        {all}
        {PARTNER_STATUSES.map((status) => (
          <option key={status} value={status}>
            {words(`status.${status}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="size" label={t('filter.size')} defaultValue={asked.size ?? ''}>
        {all}
        {SIZES.map((size) => (
          <option key={size} value={size}>
            {t(`size.${size}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="mark" label={t('filter.mark')} defaultValue={asked.mark ?? ''}>
        {all}
        {MARKS.map((mark) => (
          <option key={mark} value={mark}>
            {t(`marks.${mark}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="sort" label={t('filter.sort')} defaultValue={asked.sort}>
        {PARTNER_ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`orders.${order}`)}
          </option>
        ))}
      </SelectField>
      <div className="cluster">
        <Button tone="quiet">{t('filter.apply')}</Button>
        <LinkButton tone="plain" href={asked.aside ? `${home}?aside=1` : home}>
          {t('filter.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
