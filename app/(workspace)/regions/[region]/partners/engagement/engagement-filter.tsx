import { Button, LinkButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { ENGAGEMENT_SHOWN, type EngagementAddress } from '@/lib/candid/schema'
import { useTranslations } from '@/lib/i18n/server'

/** A plain form whose answers stand in the address. */
export function EngagementFilter({ address, home }: { address: EngagementAddress; home: string }) {
  const t = useTranslations('engagement')
  const { q, show } = address
  return (
    <form
      action={`${home}#table`}
      role="search"
      aria-label={t('filter.label')}
      className="filter-form"
    >
      <TextField name="q" type="search" label={t('filter.search')} defaultValue={q} />
      <SelectField name="show" label={t('filter.show')} defaultValue={show ?? ''}>
        <option value="">{t('filter.all')}</option>
        {ENGAGEMENT_SHOWN.map((one) => (
          <option key={one} value={one}>
            {t(`filter.${one}`)}
          </option>
        ))}
      </SelectField>
      <div className="cluster">
        <Button tone="quiet">{t('filter.apply')}</Button>
        <LinkButton tone="plain" href={`${home}#table`}>
          {t('filter.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
