import { useLocale, useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { LocaleSelect } from '@/components/forms/locale-select'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { RegionPeople } from '@/lib/people/data'
import { INVITATION_DAYS } from '@/lib/people/invitations/rules'
import { invite } from './actions'

interface Props {
  found: RegionPeople
  /** The organisation a link from its page has chosen beforehand. */
  partnerId: string | string[] | undefined
}

export function InviteForm({ found, partnerId }: Props) {
  const { region, roles, organisations, membership } = found
  const t = useTranslations('people')
  const locale = useLocale()
  const asked = organisations.find(({ id }) => id === partnerId)
  const chosen = asked ?? (roles.length === 0 ? organisations[0] : undefined)
  const seat = chosen ? `partner:${chosen.id}` : roles[0]
  const asColleague = membership?.role === 'partner' && roles.length === 0
  return (
    <Card id="invite" title={t(asColleague ? 'invite.titleColleague' : 'invite.title')}>
      <ActionForm action={invite} requestKey={crypto.randomUUID()} className="stack">
        <input type="hidden" name="regionId" value={region.id} />
        <KeptText
          name="email"
          type="email"
          label={t('invite.email')}
          hint={t('invite.days', { days: INVITATION_DAYS })}
          autoComplete="off"
          maxLength={254}
          required
        />
        <KeptSelect
          name="seat"
          label={t('invite.seat')}
          hint={roles.length > 1 && t('invite.seatHint')}
          defaultValue={seat}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`invite.${role}`)}
            </option>
          ))}
          {organisations.length > 0 && (
            <optgroup label={t('invite.organisations')}>
              {organisations.map(({ id, name }) => (
                <option key={id} value={`partner:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </KeptSelect>
        {roles.length > 1 && organisations.length === 0 && (
          <p className="muted small">{t('invite.noPartners')}</p>
        )}
        <LocaleSelect label={t('invite.locale')} locale={locale} />
        <div>
          <Button>{t('invite.send')}</Button>
        </div>
      </ActionForm>
    </Card>
  )
}
