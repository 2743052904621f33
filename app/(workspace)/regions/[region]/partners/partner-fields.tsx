import { useTranslations } from '@/lib/i18n/server'
import { KeptCheckbox, KeptSelect, KeptText } from '@/components/forms/kept-fields'
import type { Partner } from '@/lib/partners/data'
import { PARTNER_STATUSES, SECTORS, SUBTYPES } from '@/lib/partners/rules'

/** What an organisation says of itself. */
export function ProfileFields({ partner }: { partner: Partner | null }) {
  const t = useTranslations('partners')
  const forms = useTranslations('forms')
  const optional = forms('optional')
  return (
    <>
      <KeptText
        name="name"
        label={t('fields.name')}
        defaultValue={partner?.name}
        maxLength={160}
        autoComplete="off"
        required
      />
      <KeptText
        name="city"
        label={t('fields.city')}
        aside={optional}
        defaultValue={partner?.city}
        maxLength={100}
        autoComplete="off"
      />
      <KeptText
        name="website"
        label={t('fields.website')}
        aside={optional}
        defaultValue={partner?.website}
        inputMode="url"
        maxLength={300}
        placeholder="https://"
        autoComplete="off"
      />
      <KeptCheckbox
        name="microPlayer"
        label={t('fields.microPlayer')}
        hint={t('fields.microPlayerHint')}
        defaultChecked={partner?.microPlayer}
      />
    </>
  )
}

/** What the coordinator says of it: in which role it joins and how near it is. */
export function StandingFields({ partner }: { partner: Partner | null }) {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  return (
    <>
      <KeptSelect
        name="sector"
        label={t('fields.sector')}
        hint={t('fields.sectorHint')}
        defaultValue={partner?.sector ?? ''}
        required
      >
        {!partner && <option value="">{t('fields.choose')}</option>}
        {SECTORS.map((sector) => (
          <option key={sector} value={sector}>
            {words(`sector.${sector}`)}
          </option>
        ))}
      </KeptSelect>
      <KeptSelect
        name="subtype"
        label={t('fields.subtype')}
        hint={t('fields.subtypeHint')}
        defaultValue={partner?.subtype ?? ''}
      >
        <option value="">{t('fields.noSubtype')}</option>
        {SUBTYPES.map((subtype) => (
          <option key={subtype} value={subtype}>
            {words(`subtype.${subtype}`)}
          </option>
        ))}
      </KeptSelect>
      <KeptSelect
        name="status"
        label={t('fields.status')}
        defaultValue={partner?.status ?? 'identified'}
      >
        {PARTNER_STATUSES.map((status) => (
          <option key={status} value={status}>
            {words(`status.${status}`)}
          </option>
        ))}
      </KeptSelect>
      <KeptCheckbox
        name="intermediary"
        label={t('fields.intermediary')}
        hint={t('fields.intermediaryHint')}
        defaultChecked={partner?.intermediary}
      />
    </>
  )
}
