import { ChooseAll, ChooseBox } from '@/components/choose/choose'
import { ChosenBar, ChosenField } from '@/components/choose/chosen-bar'
import { ActionForm } from '@/components/forms/action-form'
import { LocaleSelect } from '@/components/forms/locale-select'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
import { useFormatter, useLocale, useTranslations } from '@/lib/i18n/server'
import type { RegionInvitation, RegionPeople } from '@/lib/people/data'
import { standOf } from '@/lib/people/listing/rules'
import { changeChosen } from './actions'

const TONE = { sent: 'plain', accepted: 'good', expired: 'due', revoked: 'outline' } as const

/** Open invitations with what can be done about them, settled ones below on demand. */
export function Invitations({ found }: { found: RegionPeople }) {
  const { invitations, region } = found
  const t = useTranslations('people')
  const locale = useLocale()
  const settled = invitations.filter((one) => standOf(one) === 'settled')
  const open = invitations.filter((one) => !settled.includes(one))
  return (
    <Card id="invitations" title={t('invitations.title')}>
      {open.length === 0 ? (
        <p className="muted">{t('invitations.none')}</p>
      ) : (
        <ActionForm
          action={changeChosen}
          requestKey={crypto.randomUUID()}
          className="stack"
          label={t('invitations.several')}
          keepsDraft={false}
        >
          <input type="hidden" name="regionId" value={region.id} />
          <InvitationTable id="open-invitations" invitations={open} found={found} chooses />
          <ChosenBar legend={t('invitations.chosen')} jump={t('invitations.jump')}>
            <ChosenField>
              <LocaleSelect id="chosen-locale" label={t('invite.locale')} locale={locale} />
              <Button tone="quiet" name="what" value="resend">
                {t('invitations.resend')}
              </Button>
            </ChosenField>
            <p className="cluster">
              <Button tone="plain" name="what" value="revoke">
                {t('invitations.revoke')}
              </Button>
            </p>
          </ChosenBar>
        </ActionForm>
      )}
      {settled.length > 0 && (
        <Disclosure summary={t('invitations.settled')}>
          <InvitationTable id="settled-invitations" invitations={settled} found={found} />
        </Disclosure>
      )}
    </Card>
  )
}

interface TableProps {
  id: string
  invitations: RegionInvitation[]
  found: RegionPeople
  chooses?: boolean
}

function InvitationTable({ id, invitations, found: { region }, chooses = false }: TableProps) {
  const t = useTranslations('people')
  const words = useTranslations('words')
  const format = useFormatter()
  const day = (date: Date) =>
    format.dateTime(date, { dateStyle: 'medium', timeZone: region.timeZone })
  return (
    <Table id={id} caption={t('invitations.title')} captionHidden stack="early">
      <thead>
        <tr>
          {chooses && (
            <th scope="col" className="choose">
              <ChooseAll label={t('invitations.chooseAll')} />
            </th>
          )}
          <th scope="col">{t('columns.who')}</th>
          <th scope="col">{t('columns.seat')}</th>
          <th scope="col">{t('columns.state')}</th>
        </tr>
      </thead>
      <tbody>
        {invitations.map((one) => (
          <tr key={one.id}>
            {chooses && (
              <td className="choose">
                <ChooseBox value={one.id} label={t('invitations.choose', { who: one.email })} />
              </td>
            )}
            <th scope="row" className="people-address">
              {one.name || one.email}
              {one.name && <span className="muted small font-normal">{one.email}</span>}
            </th>
            <td data-label={t('columns.seat')}>
              {[words(`role.${one.role}`), one.organisation].filter(Boolean).join(', ')}
            </td>
            <td data-label={t('columns.state')}>
              <span className="people-state">
                <Chip tone={TONE[one.state]}>{t(`invitations.state.${one.state}`)}</Chip>
                {one.mail !== 'sent' && standOf(one) !== 'settled' && (
                  <Chip tone={one.mail === 'refused' ? 'due' : 'outline'}>
                    {t(`invitations.mail.${one.mail}`)}
                  </Chip>
                )}
                <span className="muted small">
                  {one.acceptedAt
                    ? t('invitations.accepted', { day: day(one.sentAt), on: day(one.acceptedAt) })
                    : t(`invitations.${one.state === 'expired' ? 'ended' : 'sent'}`, {
                        day: day(one.sentAt),
                        until: day(one.expiresAt),
                      })}
                </span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
