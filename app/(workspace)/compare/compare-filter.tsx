import { getTranslations } from 'next-intl/server'
import { Button, LinkButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { ORDERS, TERRITORIES, type CompareQuery } from '@/lib/compare/schema'
import type { Guide } from '@/lib/guidebook/rules'
import { STEP_STATES } from '@/lib/journey/rules'

/** A plain form whose answers stand in the address. */
export async function CompareFilter({ query, guide }: { query: CompareQuery; guide: Guide }) {
  const [t, words] = await Promise.all([getTranslations('compare'), getTranslations('words')])
  const all = <option value="">{t('filter.all')}</option>
  return (
    <form action="/compare" role="search" aria-label={t('filter.label')} className="compare-filter">
      <TextField name="q" type="search" label={t('filter.search')} defaultValue={query.q} />
      <TextField
        name="country"
        label={t('filter.country')}
        placeholder="AT"
        pattern="[A-Za-z]{2}"
        maxLength={2}
        title={t('filter.countryHint')}
        defaultValue={query.country ?? ''}
      />
      <SelectField
        name="territory"
        label={t('filter.territory')}
        defaultValue={query.territory ?? ''}
      >
        {all}
        {TERRITORIES.map((territory) => (
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
