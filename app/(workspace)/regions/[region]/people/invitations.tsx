import { useTranslations } from '@/lib/i18n/server'
import { InvitationRow } from '@/components/people/invitation-row'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { RegionInvitation, RegionPeople } from '@/lib/people/data'
import { resend, revoke } from './actions'

/** Open invitations with what can be done about them, settled ones below on demand. */
export function Invitations({ found }: { found: RegionPeople }) {
  const { invitations, region } = found
  const t = useTranslations('people')
  const open = invitations.filter(({ state }) => state === 'sent' || state === 'expired')
  const settled = invitations.filter((invitation) => !open.includes(invitation))
  const row = (invitation: RegionInvitation) => (
    <InvitationRow
      key={invitation.id}
      invitation={invitation}
      actions={{ resend, revoke }}
      hidden={{ regionId: region.id, id: invitation.id }}
    />
  )
  return (
    <Card title={t('invitations.title')}>
      {open.length === 0 && <p className="muted">{t('invitations.none')}</p>}
      <ul role="list" className="rows">
        {open.map(row)}
      </ul>
      {settled.length > 0 && (
        <Disclosure summary={t('invitations.settled')}>
          <ul role="list" className="rows">
            {settled.map(row)}
          </ul>
        </Disclosure>
      )}
    </Card>
  )
}
