import { Button, LinkButton } from '@/components/ui/button'
import { DateField, SelectField, TextField } from '@/components/ui/field'
import { useTranslations } from '@/lib/i18n/server'
import type { Network } from '@/lib/network/data'
import type { NetworkAddress } from '@/lib/network/schema'
import { SECTORS } from '@/lib/partners/rules'
import { RELATION_KINDS } from '@/lib/relations/rules'

interface Props {
  found: Network
  address: NetworkAddress
  home: string
}

/** A plain form whose answers stand in the address: whom, what, and the days. */
export function NetworkFilter({ found: { on, since, today }, address, home }: Props) {
  const t = useTranslations('network')
  const words = useTranslations('words')
  const all = <option value="">{t('filter.all')}</option>
  return (
    <form
      action={home}
      role="search"
      aria-label={t('filter.label')}
      className="filter-form no-print"
    >
      <TextField name="q" type="search" label={t('filter.search')} defaultValue={address.q} />
      <SelectField name="sector" label={t('filter.sector')} defaultValue={address.sector ?? ''}>
        {all}
        {SECTORS.map((sector) => (
          <option key={sector} value={sector}>
            {words(`sector.${sector}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="kind" label={t('filter.kind')} defaultValue={address.kind ?? ''}>
        {all}
        {RELATION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words(`relation.${kind}`)}
          </option>
        ))}
      </SelectField>
      <DateField name="since" label={t('filter.since')} defaultValue={since ?? ''} max={today} />
      <DateField
        name="on"
        label={t('filter.on')}
        defaultValue={on === today ? '' : on}
        max={today}
      />
      <div className="cluster">
        <Button tone="quiet">{t('filter.apply')}</Button>
        <LinkButton tone="plain" href={home}>
          {t('filter.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
