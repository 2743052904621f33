import { useLocale, useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { LocaleSelect } from '@/components/forms/locale-select'
import { InvitationRow } from '@/components/people/invitation-row'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { listUsers } from '@/lib/people/programme/users'
import { invite, resend, revoke } from './actions'

type Invitations = Awaited<ReturnType<typeof listUsers>>['invitations']

/** Inviting to the programme, and how each invitation stands. */
export function ProgrammeInvitations({ invitations }: { invitations: Invitations }) {
  const t = useTranslations('admin')
  const open = invitations.filter(({ state }) => state === 'sent' || state === 'expired')
  const settled = invitations.filter((invitation) => !open.includes(invitation))
  const row = (invitation: Invitations[number]) => (
    <InvitationRow
      key={invitation.id}
      invitation={invitation}
      actions={{ resend, revoke }}
      hidden={{ id: invitation.id }}
    />
  )
  return (
    <div className="stack">
      <Card title={t('invite.title')}>
        <InviteForm />
      </Card>
      <Card title={t('invite.invitations')}>
        {open.length === 0 && <p className="muted">{t('invite.none')}</p>}
        <ul role="list" className="rows">
          {open.map(row)}
        </ul>
        {settled.length > 0 && (
          <Disclosure summary={t('invite.settled')}>
            <ul role="list" className="rows">
              {settled.map(row)}
            </ul>
          </Disclosure>
        )}
      </Card>
    </div>
  )
}

function InviteForm() {
  const t = useTranslations('admin')
  const words = useTranslations('words')
  const locale = useLocale()
  return (
    <ActionForm action={invite} requestKey={crypto.randomUUID()} className="stack">
      <KeptText
        name="email"
        type="email"
        label={t('invite.email')}
        maxLength={254}
        autoComplete="off"
        required
      />
      <KeptSelect name="role" label={t('invite.role')} defaultValue="staff">
        <option value="staff">{words('role.staff')}</option>
        <option value="admin">{words('role.admin')}</option>
      </KeptSelect>
      <LocaleSelect label={t('invite.locale')} locale={locale} />
      <div>
        <Button>{t('invite.send')}</Button>
      </div>
    </ActionForm>
  )
}
