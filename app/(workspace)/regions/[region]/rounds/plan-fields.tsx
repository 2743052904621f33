import { KeptChoices, KeptDate, KeptSelect, KeptTextArea } from '@/components/forms/kept-fields'
import { minutesFor } from '@/lib/assessment/dates/rules'
import type { RoundDesk } from '@/lib/assessment/desk'
import { LOCALES, nameOfLocale } from '@/lib/i18n/locales'
import { useTranslations } from '@/lib/i18n/server'

interface Plan {
  kind: string
  steps: string[]
  languages: string[]
  message: string
  closesOn: string | null
  partners: string[]
}

type Props = { desk: RoundDesk; plan: Plan | null }

const STATEMENTS = { full: 36, short: 8 } as const

/** What a round asks, whom, in which languages and until when. */
export function PlanFields({ desk, plan }: Props) {
  const t = useTranslations('rounds')
  const words = useTranslations('words')
  const forms = useTranslations('forms')
  const { steps, partners, closing } = desk
  const speaking = partners.filter(({ people }) => people > 0)
  const silent = partners.length - speaking.length
  return (
    <>
      <KeptSelect
        name="kind"
        label={t('fields.kind')}
        hint={t('fields.kindHint')}
        defaultValue={plan?.kind ?? 'full'}
      >
        {(['full', 'short'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`, { minutes: minutesFor(STATEMENTS[kind]) })}
          </option>
        ))}
      </KeptSelect>
      <fieldset className="stack">
        <legend className="field-label">{t('fields.steps')}</legend>
        <KeptChoices
          name="steps"
          legend={t('fields.steps')}
          chosen={plan?.steps ?? steps.map(({ slug }) => slug)}
          choices={steps.map(({ slug, number, title }) => ({
            value: slug,
            label: `${number}. ${title}`,
          }))}
        />
      </fieldset>
      <fieldset className="stack">
        <legend className="field-label">{t('fields.partners')}</legend>
        <KeptChoices
          name="partners"
          legend={t('fields.partners')}
          hint={t(speaking.length > 0 ? 'fields.partnersHint' : 'fields.nobodySpeaks', { silent })}
          chosen={plan?.partners ?? []}
          choices={speaking.map(({ id, name, sector, people }) => ({
            value: id,
            label: name,
            aside: t('fields.people', {
              sector: words(`sector.${sector as 'public'}`),
              count: people,
            }),
          }))}
        />
      </fieldset>
      <fieldset className="stack">
        <legend className="field-label">{t('fields.languages')}</legend>
        <KeptChoices
          name="languages"
          legend={t('fields.languages')}
          hint={t('fields.languagesHint')}
          chosen={plan?.languages ?? [...LOCALES]}
          choices={LOCALES.map((locale) => ({ value: locale, label: nameOfLocale(locale) }))}
        />
      </fieldset>
      <KeptDate
        name="closesOn"
        label={t('fields.closesOn')}
        hint={t('fields.closesOnHint')}
        defaultValue={plan?.closesOn ?? closing.usual}
        min={closing.first}
        max={closing.last}
      />
      <KeptTextArea
        name="message"
        label={t('fields.message')}
        aside={forms('optional')}
        hint={t('fields.messageHint')}
        defaultValue={plan?.message ?? ''}
        maxLength={1000}
      />
    </>
  )
}
