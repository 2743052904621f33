import { useLocale, useTranslations } from '@/lib/i18n/server'
import { Button, LinkButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { ORDERS, type CompareQuery } from '@/lib/compare/schema'
import type { Guide } from '@/lib/guidebook/rules'
import { STEP_STATES } from '@/lib/journey/rules'
import { COUNTRY_CODES, TERRITORY_TYPES } from '@/lib/regions/places/rules'

/** A plain form whose answers stand in the address. */
export function CompareFilter({ query, guide }: { query: CompareQuery; guide: Guide }) {
  const t = useTranslations('compare')
  const words = useTranslations('words')
  const locale = useLocale()
  const places = new Intl.DisplayNames(locale, { type: 'region' })
  const countries = COUNTRY_CODES.map((code) => ({ code, name: places.of(code) ?? code })).sort(
    (a, b) => a.name.localeCompare(b.name, locale),
  )
  const all = <option value="">{t('filter.all')}</option>
  return (
    <form action="/compare" role="search" aria-label={t('filter.label')} className="filter-form">
      <TextField name="q" type="search" label={t('filter.search')} defaultValue={query.q} />
      <SelectField name="country" label={t('filter.country')} defaultValue={query.country ?? ''}>
        {all}
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="territory"
        label={t('filter.territory')}
        defaultValue={query.territory ?? ''}
      >
        {all}
        {TERRITORY_TYPES.map((territory) => (
          <option key={territory} value={territory}>
            {words(`territory.${territory}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="step" label={t('filter.step')} defaultValue={query.step ?? ''}>
        {all}
        {guide.steps.map((step) => (
          <option key={step.slug} value={step.number}>
            {`${step.number} ${step.title}`}
          </option>
        ))}
      </SelectField>
      <SelectField name="state" label={t('filter.state')} defaultValue={query.state ?? ''}>
        {all}
        {STEP_STATES.map((state) => (
          <option key={state} value={state}>
            {words(`state.${state}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="order" label={t('filter.order')} defaultValue={query.order}>
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`order.${order}`)}
          </option>
        ))}
      </SelectField>
      <div className="cluster">
        <Button>{t('filter.apply')}</Button>
        <LinkButton href="/compare" tone="plain">
          {t('filter.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
