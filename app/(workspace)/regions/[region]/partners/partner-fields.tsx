import { useTranslations } from '@/lib/i18n/server'
import { KeptCheckbox, KeptSelect, KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { GAIN_BOXES, SECTOR_BOXES } from '@/lib/partners/boxes/rules'
import type { Partner } from '@/lib/partners/read'
import { PARTNER_STATUSES, SECTORS, SIZES, SUBTYPES } from '@/lib/partners/rules'

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
        name="kind"
        label={t('fields.kind')}
        aside={optional}
        hint={t('fields.kindHint')}
        defaultValue={partner?.kind}
        maxLength={100}
        autoComplete="off"
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
      <KeptSelect name="size" label={t('fields.size')} defaultValue={partner?.size ?? ''}>
        <option value="">{t('fields.noSize')}</option>
        {SIZES.map((size) => (
          <option key={size} value={size}>
            {t(`size.${size}`)}
          </option>
        ))}
      </KeptSelect>
      <KeptCheckbox
        name="microPlayer"
        label={t('fields.microPlayer')}
        hint={t('fields.microPlayerHint')}
        defaultChecked={partner?.microPlayer}
      />
      <fieldset className="field partner-boxes">
        <legend className="field-label">{t('fields.gains')}</legend>
        {(Object.keys(GAIN_BOXES) as (keyof typeof GAIN_BOXES)[]).map((name) => (
          <KeptCheckbox
            key={name}
            name={name}
            label={t(`gain.${GAIN_BOXES[name]}`)}
            defaultChecked={partner?.gains.includes(GAIN_BOXES[name])}
          />
        ))}
      </fieldset>
      {(['gainNote', 'brings', 'expects'] as const).map((name) => (
        <KeptTextArea
          key={name}
          name={name}
          label={t(`fields.${name}`)}
          aside={optional}
          defaultValue={partner?.[name]}
          maxLength={name === 'gainNote' ? 500 : 1000}
          rows={2}
        />
      ))}
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
      <fieldset className="field partner-boxes">
        <legend className="field-label">{t('fields.also')}</legend>
        <p className="field-hint">{t('fields.alsoHint')}</p>
        {(Object.keys(SECTOR_BOXES) as (keyof typeof SECTOR_BOXES)[]).map((name) => (
          <KeptCheckbox
            key={name}
            name={name}
            label={words(`sector.${SECTOR_BOXES[name]}`)}
            defaultChecked={partner?.secondarySectors.includes(SECTOR_BOXES[name])}
          />
        ))}
      </fieldset>
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
