import { useLocale, useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { KeptDate, KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { LocaleSelect } from '@/components/forms/locale-select'
import { Button } from '@/components/ui/button'
import { COUNTRIES, COUNTRY_CODES, LANGUAGES, TERRITORY_TYPES } from '@/lib/regions/places/rules'
import { create } from './actions'

export function RegionForm() {
  const t = useTranslations('admin')
  const words = useTranslations('words')
  const forms = useTranslations('forms')
  const locale = useLocale()
  const optional = forms('optional')
  const countries = listNames(locale, 'region', COUNTRY_CODES)
  const languages = listNames(locale, 'language', LANGUAGES).map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ))
  return (
    <ActionForm action={create} requestKey={crypto.randomUUID()} className="stack">
      <KeptText name="name" label={t('new.name')} maxLength={120} autoComplete="off" required />
      <KeptText
        name="slug"
        label={t('new.slug')}
        aside={optional}
        hint={t('new.slugHint')}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="none"
      />
      <KeptSelect name="country" label={t('new.country')} defaultValue="" required>
        <option value="">{t('new.choose')}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </KeptSelect>
      <KeptSelect name="territoryType" label={t('new.territoryType')} defaultValue="region">
        {TERRITORY_TYPES.map((type) => (
          <option key={type} value={type}>
            {words(`territory.${type}`)}
          </option>
        ))}
      </KeptSelect>
      <KeptSelect
        name="timeZone"
        label={t('new.timeZone')}
        hint={t('new.timeZoneHint')}
        defaultValue=""
      >
        <option value="">{t('new.timeZoneUsual')}</option>
        {/* Where a country has one, the usual one is it. */}
        {countries
          .filter(({ code }) => (COUNTRIES[code]?.length ?? 0) > 1)
          .map(({ code, name }) => (
            <optgroup key={code} label={name}>
              {COUNTRIES[code]?.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </optgroup>
          ))}
      </KeptSelect>
      <KeptSelect name="firstLanguage" label={t('new.firstLanguage')} defaultValue="" required>
        <option value="">{t('new.choose')}</option>
        {languages}
      </KeptSelect>
      {(['secondLanguage', 'thirdLanguage'] as const).map((field) => (
        <KeptSelect
          key={field}
          name={field}
          label={t(`new.${field}`)}
          aside={optional}
          defaultValue=""
        >
          <option value="">{t('new.none')}</option>
          {languages}
        </KeptSelect>
      ))}
      <KeptDate name="startedOn" label={t('new.startedOn')} aside={optional} />
      <KeptText
        name="coordinator"
        type="email"
        label={t('new.coordinator')}
        aside={optional}
        hint={t('new.coordinatorHint')}
        maxLength={254}
        autoComplete="off"
      />
      <LocaleSelect label={t('new.locale')} locale={locale} />
      <div>
        <Button>{t('new.save')}</Button>
      </div>
    </ActionForm>
  )
}

/** Codes with their names in the reader's language, in its order. */
function listNames(locale: string, type: 'region' | 'language', codes: readonly string[]) {
  const names = new Intl.DisplayNames(locale, { type })
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}
