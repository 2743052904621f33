import { Button, LinkButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { useTranslations } from '@/lib/i18n/server'
import { SHOWN } from '@/lib/people/listing/rules'
import type { PeopleAsked } from '@/lib/people/listing/schema'

interface Props {
  asked: PeopleAsked
  home: string
  /** Whether who was silent is the viewer's to know, and whether there are invitations to see. */
  knowsActivity: boolean
  seesInvitations: boolean
}

/** A plain form whose answers stand in the address. */
export function PeopleFilter({ asked, home, knowsActivity, seesInvitations }: Props) {
  const t = useTranslations('people')
  const words = useTranslations('words')
  const shown = SHOWN.filter((one) =>
    one === 'members' ? true : one === 'silent' ? knowsActivity : seesInvitations,
  )
  const all = <option value="">{t('filter.all')}</option>
  return (
    <form action={home} role="search" aria-label={t('filter.label')} className="filter-form">
      <TextField name="q" type="search" label={t('filter.search')} defaultValue={asked.q} />
      <SelectField name="role" label={t('filter.role')} defaultValue={asked.role ?? ''}>
        {all}
        {(['coordinator', 'partner', 'observer'] as const).map((role) => (
          <option key={role} value={role}>
            {words(`role.${role}`)}
          </option>
        ))}
      </SelectField>
      {shown.length > 1 && (
        <SelectField name="show" label={t('filter.show')} defaultValue={asked.show ?? ''}>
          {all}
          {shown.map((one) => (
            <option key={one} value={one}>
              {t(`filter.shown.${one}`)}
            </option>
          ))}
        </SelectField>
      )}
      <div className="cluster">
        <Button tone="quiet">{t('filter.apply')}</Button>
        <LinkButton tone="plain" href={home}>
          {t('filter.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
