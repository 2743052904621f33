import { Button, LinkButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { EVIDENCE_KINDS } from '@/lib/evidence/rules'
import type { EvidenceQuery } from '@/lib/evidence/schema'
import type { GuideStep } from '@/lib/guidebook/rules'
import { useTranslations } from '@/lib/i18n/server'

/** A plain form whose answers stand in the address. */
export function EvidenceFilter(props: {
  query: EvidenceQuery
  steps: readonly GuideStep[]
  home: string
}) {
  const { query, steps, home } = props
  const t = useTranslations('evidence')
  return (
    <form action={home} role="search" aria-label={t('list.search')} className="filter-form">
      <TextField name="q" type="search" label={t('list.q')} defaultValue={query.q} />
      <SelectField name="step" label={t('list.step')} defaultValue={query.step ?? ''}>
        <option value="">{t('list.any')}</option>
        {steps.map(({ slug, number, title }) => (
          <option key={slug} value={slug}>
            {number} {title}
          </option>
        ))}
      </SelectField>
      <SelectField name="kind" label={t('list.kind')} defaultValue={query.kind ?? ''}>
        <option value="">{t('list.any')}</option>
        {EVIDENCE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <div className="cluster">
        <Button tone="quiet">{t('list.apply')}</Button>
        <LinkButton tone="plain" href={home}>
          {t('list.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
