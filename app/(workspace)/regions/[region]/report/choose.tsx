import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox, DateField, SelectField } from '@/components/ui/field'
import { LOCALES } from '@/lib/i18n/locales'
import { useTranslations } from '@/lib/i18n/server'
import { type Period, SECTIONS, type SectionId } from '@/lib/report/period/rules'

interface Props {
  period: Period
  language: string
  chosen: readonly SectionId[]
  action: string
}

/** A plain form whose answers stand in the address, so that a report can be shown to others. */
export function Choose({ period, language, chosen, action }: Props) {
  const t = useTranslations('report')
  return (
    <Card title={t('choose.title')}>
      <form action={action} className="stack">
        <DateField name="from" label={t('choose.from')} defaultValue={period.from} />
        <DateField name="to" label={t('choose.to')} defaultValue={period.to} />
        <SelectField name="in" label={t('choose.language')} defaultValue={language}>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {t(`language.${locale}`)}
            </option>
          ))}
        </SelectField>
        <fieldset className="field choices">
          <legend className="field-label">{t('choose.sections')}</legend>
          {SECTIONS.map((section) => (
            <Checkbox
              key={section}
              id={`with-${section}`}
              name="with"
              value={section}
              label={t(`section.${section}`)}
              defaultChecked={chosen.includes(section)}
            />
          ))}
        </fieldset>
        <div>
          <Button tone="quiet">{t('choose.show')}</Button>
        </div>
      </form>
    </Card>
  )
}
