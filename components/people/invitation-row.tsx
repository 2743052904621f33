import { useFormatter, useLocale, useTranslations } from '@/lib/i18n/server'
import { ActionForm, type FormAction } from '@/components/forms/action-form'
import { LocaleSelect } from '@/components/forms/locale-select'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import type { InvitationState } from '@/lib/people/invitations/rules'

interface Props {
  invitation: {
    id: string
    email: string
    role: 'coordinator' | 'partner' | 'observer' | 'staff' | 'admin'
    organisation: string | null
    sentAt: Date
    expiresAt: Date
    state: InvitationState
  }
  actions: { resend: FormAction; revoke: FormAction }
  /** What names the invitation in both forms. */
  hidden: Record<string, string>
}

const TONE = { sent: 'plain', accepted: 'good', expired: 'due', revoked: 'outline' } as const

/** One invitation: to whom, as what, how it stands, and sending it again or withdrawing it. */
export function InvitationRow({ invitation, actions, hidden }: Props) {
  const t = useTranslations('people')
  const words = useTranslations('words')
  const format = useFormatter()
  const locale = useLocale()
  const { id, email, role, organisation, sentAt, expiresAt, state } = invitation
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  const which = Object.entries(hidden).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <li className="stack stack-tight">
      <p className="row">
        <strong>{email}</strong>
        <Chip tone={TONE[state]}>{t(`invitations.state.${state}`)}</Chip>
      </p>
      <p className="muted small">
        {[words(`role.${role}`), organisation].filter(Boolean).join(', ')}
        <br />
        {t('invitations.sent', { day: day(sentAt), until: day(expiresAt) })}
      </p>
      {(state === 'sent' || state === 'expired') && (
        <Disclosure
          summary={
            <>
              {t('invitations.more')}
              <span className="visually-hidden">: {email}</span>
            </>
          }
        >
          <div className="stack">
            <ActionForm
              action={actions.resend}
              requestKey={crypto.randomUUID()}
              className="stack stack-tight"
            >
              {which}
              <LocaleSelect id={`locale-${id}`} label={t('invite.locale')} locale={locale} />
              <div>
                <Button tone="quiet" size="small">
                  {t('invitations.resend')}
                </Button>
              </div>
            </ActionForm>
            <ActionForm action={actions.revoke} requestKey={crypto.randomUUID()}>
              {which}
              <Button tone="plain" size="small">
                {t('invitations.revoke')}
              </Button>
            </ActionForm>
          </div>
        </Disclosure>
      )}
    </li>
  )
}
