import { Button, LinkButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import type { Guide } from '@/lib/guidebook/rules'
import { useTranslations } from '@/lib/i18n/server'
import { type EntryFilter, ORDERS, STANDINGS } from '@/lib/journey/listing/rules'
import { SECTORS } from '@/lib/partners/rules'

interface Props {
  filter: EntryFilter
  home: string
  guide: Guide
  partners: readonly { id: string; name: string }[]
}

/** A plain form whose answers stand in the address. */
export function EntryFilterForm({ filter, home, guide, partners }: Props) {
  const t = useTranslations('checklists')
  const words = useTranslations('words')
  const all = <option value="">{t('filter.all')}</option>
  return (
    <form action={home} role="search" aria-label={t('filter.label')} className="filter-form">
      <TextField name="q" type="search" label={t('filter.search')} defaultValue={filter.q ?? ''} />
      <SelectField name="step" label={t('filter.step')} defaultValue={filter.step ?? ''}>
        {all}
        {guide.steps.map(({ slug, number, title }) => (
          <option key={slug} value={slug}>
            {number}. {title}
          </option>
        ))}
      </SelectField>
      <SelectField name="kind" label={t('filter.kind')} defaultValue={filter.kind ?? ''}>
        {all}
        <option value="item">{t('kind.items')}</option>
        <option value="milestone">{t('kind.milestones')}</option>
      </SelectField>
      <SelectField
        name="standing"
        label={t('filter.standing')}
        defaultValue={filter.standing ?? ''}
      >
        {all}
        {STANDINGS.map((standing) => (
          <option key={standing} value={standing}>
            {t(`standing.${standing}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="owner" label={t('filter.owner')} defaultValue={filter.owner ?? ''}>
        {all}
        <option value="coordinator">{words('owner.coordinator')}</option>
        <option value="any-partner">{words('owner.anyPartner')}</option>
        {SECTORS.map((sector) => (
          <option key={sector} value={`sector:${sector}`}>
            {words(`sector.${sector}`)}
          </option>
        ))}
        {partners.map(({ id, name }) => (
          <option key={id} value={`partner:${id}`}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="sort" label={t('filter.sort')} defaultValue={filter.sort}>
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`order.${order}`)}
          </option>
        ))}
      </SelectField>
      <div className="cluster">
        <Button tone="quiet">{t('filter.apply')}</Button>
        <LinkButton tone="plain" href={home}>
          {t('filter.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
