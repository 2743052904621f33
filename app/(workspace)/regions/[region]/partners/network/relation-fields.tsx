import { KeptDate, KeptSelect } from '@/components/forms/kept-fields'
import { useTranslations } from '@/lib/i18n/server'
import { SAID_KINDS, type SaidKind } from '@/lib/relations/rules'

interface Props {
  /** Tells the fields of one form from those of another on the same page. */
  id: string
  /** To choose from; absent where the other organisation is settled. */
  others?: { id: string; name: string }[]
  relation?: { said: SaidKind; since: string; endedOn: string | null }
  today: string
}

/** How one organisation relates to another, since when and, if it is known already, until when. */
export function RelationFields({ id, others, relation, today }: Props) {
  const t = useTranslations('network')
  return (
    <>
      <KeptSelect
        id={`${id}-said`}
        name="said"
        label={t('fields.said')}
        defaultValue={relation?.said ?? 'works_with'}
      >
        {SAID_KINDS.map((said) => (
          <option key={said} value={said}>
            {t(`said.${said}`)}
          </option>
        ))}
      </KeptSelect>
      {others && (
        <KeptSelect id={`${id}-other`} name="other" label={t('fields.other')} required>
          <option value="">{t('fields.choose')}</option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </KeptSelect>
      )}
      <KeptDate
        id={`${id}-since`}
        name="since"
        label={t('fields.since')}
        defaultValue={relation?.since ?? today}
        max={today}
      />
      {relation && (
        <KeptDate
          id={`${id}-ended`}
          name="endedOn"
          label={t('fields.endedOn')}
          hint={t('fields.endedHint')}
          defaultValue={relation.endedOn ?? ''}
          max={today}
        />
      )}
    </>
  )
}
