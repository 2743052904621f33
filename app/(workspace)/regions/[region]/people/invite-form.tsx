import { useLocale, useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { LocaleSelect } from '@/components/forms/locale-select'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { RegionPeople } from '@/lib/people/data'
import { INVITATION_DAYS } from '@/lib/people/invitations/rules'
import { invite } from './actions'
import { SeatOptions, seatAtFirst } from './seat-options'

interface Props {
  found: RegionPeople
  /** The organisation a link from its page has chosen beforehand. */
  partnerId: string | string[] | undefined
}

export function InviteForm({ found, partnerId }: Props) {
  const { region, roles, organisations, asColleague } = found
  const t = useTranslations('people')
  const locale = useLocale()
  const [only] = organisations
  const first = seatAtFirst(found, partnerId)
  const isOnly = asColleague && organisations.length === 1 && only !== undefined
  return (
    <Card id="invite" title={t(asColleague ? 'invite.titleColleague' : 'invite.title')}>
      <ActionForm action={invite} requestKey={crypto.randomUUID()} className="stack">
        <input type="hidden" name="regionId" value={region.id} />
        {isOnly && <p>{t('invite.colleagueOf', { organisation: only.name })}</p>}
        <KeptText
          name="email"
          type="email"
          label={t('invite.email')}
          hint={t('invite.days', { days: INVITATION_DAYS })}
          autoComplete="off"
          maxLength={254}
          required
        />
        {isOnly ? (
          <input type="hidden" name="seat" value={`partner:${only.id}`} />
        ) : (
          <KeptSelect
            name="seat"
            label={t('invite.seat')}
            hint={roles.length > 1 && t('invite.seatHint')}
            defaultValue={first}
            required
          >
            {first === '' && <option value="">{t('invite.chooseOrganisation')}</option>}
            <SeatOptions seats={found} />
          </KeptSelect>
        )}
        {roles.length > 1 && organisations.length === 0 && (
          <p className="muted small">
            {t(found.mayKeepPartners ? 'invite.noPartners' : 'invite.noPartnersYet')}
          </p>
        )}
        <LocaleSelect label={t('invite.locale')} locale={locale} />
        <div className="cluster">
          <Button>{t('invite.send')}</Button>
          <LinkButton href={`/regions/${region.slug}/people/invite`} tone="quiet">
            {t('invite.several')}
          </LinkButton>
        </div>
      </ActionForm>
    </Card>
  )
}
