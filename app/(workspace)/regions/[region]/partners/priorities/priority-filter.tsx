import { Button, LinkButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { type PrioritiesAddress, SHOWN } from '@/lib/candid/schema'
import { useTranslations } from '@/lib/i18n/server'

/** A plain form whose answers stand in the address. */
export function PriorityFilter({ address, home }: { address: PrioritiesAddress; home: string }) {
  const t = useTranslations('priorities')
  const { q, show, on } = address
  return (
    <form
      action={`${home}#table`}
      role="search"
      aria-label={t('filter.label')}
      className="filter-form"
    >
      {on && <input type="hidden" name="on" value={on} />}
      <TextField name="q" type="search" label={t('filter.search')} defaultValue={q} />
      <SelectField name="show" label={t('filter.show')} defaultValue={show ?? ''}>
        <option value="">{t('filter.all')}</option>
        {SHOWN.map((one) => (
          <option key={one} value={one}>
            {t(`filter.${one}`)}
          </option>
        ))}
      </SelectField>
      <div className="cluster">
        <Button tone="quiet">{t('filter.apply')}</Button>
        <LinkButton tone="plain" href={on ? `${home}?on=${on}#table` : `${home}#table`}>
          {t('filter.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
